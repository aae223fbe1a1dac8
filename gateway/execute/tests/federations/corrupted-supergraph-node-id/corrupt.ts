/**
 * Takes the join of the interface's field out of the supergraph, as careless tools do: the id of a thing is then known
 * through its implementers alone.
 */
export function corrupt(supergraph: string): string {
  return supergraph.replace(/interface Thing[^{]*\{[^}]*\}/, (definition) =>
    definition.replace(/@join__field\([^)]*\)/g, ''),
  );
}
