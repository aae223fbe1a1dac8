import { type ConstDirectiveNode, Kind, parse } from 'graphql';
import { argumentOf, subgraphNames } from './join-directives.ts';

/** The only subgraph that answers a field or a type (`Person.identity`, `Receipt`); undefined where there are several. */
export type FieldOwner = (coordinate: string) => string | undefined;

/** Reads who answers which field out of a supergraph (`@join__field`, else `@join__type`). */
export function fieldOwners(supergraph: string): FieldOwner {
  const { definitions } = parse(supergraph, { noLocation: true });
  const names = subgraphNames(definitions);
  const owners = new Map<string, string>();
  const note = (coordinate: string, joins: readonly ConstDirectiveNode[]) => {
    const [owner, ...others] = new Set(joins.map((join) => names.get(String(argumentOf(join, 'graph')))));
    if (owner !== undefined && others.length === 0) owners.set(coordinate, owner);
  };
  for (const definition of definitions) {
    if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION && definition.kind !== Kind.INTERFACE_TYPE_DEFINITION) {
      continue;
    }
    const ofType = definition.directives?.filter(({ name }) => name.value === 'join__type') ?? [];
    note(definition.name.value, ofType);
    for (const { name, directives } of definition.fields ?? []) {
      const ofField = directives?.filter((directive) => directive.name.value === 'join__field') ?? [];
      const joins = (ofField.length === 0 ? ofType : ofField).filter((join) => argumentOf(join, 'external') !== true);
      note(`${definition.name.value}.${name.value}`, joins);
    }
  }
  return (coordinate) => owners.get(coordinate);
}
