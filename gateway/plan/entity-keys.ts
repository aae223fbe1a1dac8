import { type ConstDirectiveNode, Kind, parse, type SelectionSetNode, valueFromASTUntyped } from 'graphql';

/** The keys by which a subgraph finds an entity: the top-level fields of each, for example `[['id'], ['code', 'area']]`. */
export type EntityKeys = (subgraph: string, typeName: string) => readonly (readonly string[])[];

/** Reads the resolvable keys of all entities out of a supergraph (`@join__type`). */
export function entityKeys(supergraph: string): EntityKeys {
  const { definitions } = parse(supergraph, { noLocation: true });
  const nameByGraph = new Map<string, string>();
  for (const definition of definitions) {
    if (definition.kind === Kind.ENUM_TYPE_DEFINITION && definition.name.value === 'join__Graph') {
      for (const { name, directives } of definition.values ?? []) {
        const graph = directives?.find((directive) => directive.name.value === 'join__graph');
        nameByGraph.set(name.value, graph === undefined ? name.value : String(valueOf(graph, 'name')));
      }
    }
  }

  const keys = new Map<string, string[][]>();
  for (const definition of definitions) {
    if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION && definition.kind !== Kind.INTERFACE_TYPE_DEFINITION) {
      continue;
    }
    for (const directive of definition.directives ?? []) {
      const key = directive.name.value === 'join__type' ? valueOf(directive, 'key') : undefined;
      if (typeof key !== 'string' || valueOf(directive, 'resolvable') === false) {
        continue;
      }
      const place = `${nameByGraph.get(String(valueOf(directive, 'graph')))} ${definition.name.value}`;
      keys.set(place, [...(keys.get(place) ?? []), fieldNames(key)]);
    }
  }
  return (subgraph, typeName) => keys.get(`${subgraph} ${typeName}`) ?? [];
}

function valueOf(directive: ConstDirectiveNode, name: string): unknown {
  const argument = directive.arguments?.find((candidate) => candidate.name.value === name);
  return argument === undefined ? undefined : valueFromASTUntyped(argument.value);
}

function fieldNames(fieldSet: string): string[] {
  const [definition] = parse(`{ ${fieldSet} }`, { noLocation: true }).definitions;
  const { selectionSet } = definition as { readonly selectionSet: SelectionSetNode };
  return selectionSet.selections.flatMap((selection) => (selection.kind === Kind.FIELD ? [selection.name.value] : []));
}
