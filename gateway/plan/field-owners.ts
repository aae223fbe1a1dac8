import { Kind, parse } from 'graphql';
import { argumentOf, subgraphNames } from './join-directives.ts';

/** The only subgraph that answers a coordinate (`Person.identity`); undefined where there are several. */
export type FieldOwner = (coordinate: string) => string | undefined;

/** Reads who answers which field out of a supergraph (`@join__field`, else `@join__type`). */
export function fieldOwners(supergraph: string): FieldOwner {
  const { definitions } = parse(supergraph, { noLocation: true });
  const names = subgraphNames(definitions);
  const owners = new Map<string, string>();
  for (const definition of definitions) {
    if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION && definition.kind !== Kind.INTERFACE_TYPE_DEFINITION) {
      continue;
    }
    const ofType = definition.directives?.filter(({ name }) => name.value === 'join__type') ?? [];
    for (const { name, directives } of definition.fields ?? []) {
      const ofField = directives?.filter((directive) => directive.name.value === 'join__field') ?? [];
      const joins = (ofField.length === 0 ? ofType : ofField).filter((join) => argumentOf(join, 'external') !== true);
      const [owner, ...others] = new Set(joins.map((join) => names.get(String(argumentOf(join, 'graph')))));
      if (owner !== undefined && others.length === 0) {
        owners.set(`${definition.name.value}.${name.value}`, owner);
      }
    }
  }
  return (coordinate) => owners.get(coordinate);
}
