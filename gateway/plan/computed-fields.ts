import { Kind, parse } from 'graphql';
import { argumentOf, subgraphNames } from './join-directives.ts';

/** Whether a subgraph computes a field from fields of other subgraphs (`@requires`). */
export type ComputedFields = (subgraph: string, typeName: string, fieldName: string) => boolean;

/** Reads the computed fields out of a supergraph (`@join__field`). */
export function computedFields(supergraph: string): ComputedFields {
  const { definitions } = parse(supergraph, { noLocation: true });
  const names = subgraphNames(definitions);
  const computed = new Set<string>();
  for (const definition of definitions) {
    if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION && definition.kind !== Kind.INTERFACE_TYPE_DEFINITION) {
      continue;
    }
    for (const { name, directives } of definition.fields ?? []) {
      for (const directive of directives ?? []) {
        if (directive.name.value === 'join__field' && argumentOf(directive, 'requires') !== undefined) {
          const subgraph = names.get(String(argumentOf(directive, 'graph')));
          computed.add(`${subgraph} ${definition.name.value}.${name.value}`);
        }
      }
    }
  }
  return (subgraph, typeName, fieldName) => computed.has(`${subgraph} ${typeName}.${fieldName}`);
}
