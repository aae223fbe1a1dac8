import { Kind, parse, type SelectionSetNode } from 'graphql';
import { argumentOf, subgraphNames } from './join-directives.ts';

/** The keys by which a subgraph finds an entity: the top-level fields of each, for example `[['id'], ['code', 'area']]`. */
export type EntityKeys = (subgraph: string, typeName: string) => readonly (readonly string[])[];

/** Reads the resolvable keys of all entities out of a supergraph (`@join__type`). */
export function entityKeys(supergraph: string): EntityKeys {
  const { definitions } = parse(supergraph, { noLocation: true });
  const names = subgraphNames(definitions);
  const keys = new Map<string, string[][]>();
  for (const definition of definitions) {
    if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION && definition.kind !== Kind.INTERFACE_TYPE_DEFINITION) {
      continue;
    }
    for (const directive of definition.directives ?? []) {
      const key = directive.name.value === 'join__type' ? argumentOf(directive, 'key') : undefined;
      if (typeof key === 'string' && argumentOf(directive, 'resolvable') !== false) {
        const place = `${names.get(String(argumentOf(directive, 'graph')))} ${definition.name.value}`;
        keys.set(place, [...(keys.get(place) ?? []), fieldNames(key)]);
      }
    }
  }
  return (subgraph, typeName) => keys.get(`${subgraph} ${typeName}`) ?? [];
}

function fieldNames(fieldSet: string): string[] {
  const [definition] = parse(`{ ${fieldSet} }`, { noLocation: true }).definitions;
  const { selectionSet } = definition as { readonly selectionSet: SelectionSetNode };
  return selectionSet.selections.flatMap((selection) => (selection.kind === Kind.FIELD ? [selection.name.value] : []));
}
