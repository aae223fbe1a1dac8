import {
  type DocumentNode,
  GraphQLError,
  type GraphQLSchema,
  parse,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import { argumentOf } from './join-directives.ts';

/** Throws a GraphQLError where a document selects a field that cannot be planned right. */
export type RefuseContextual = (schema: GraphQLSchema, document: DocumentNode) => void;

/**
 * Reads out of a supergraph which fields take arguments from their ancestors (`@fromContext`). The planner leaves these
 * arguments out, so the subgraph would compute from nothing: such a field is refused instead of answered wrong.
 */
export function contextualFields(supergraph: string): RefuseContextual {
  const names = new Set<string>();
  visit(parse(supergraph, { noLocation: true }), {
    FieldDefinition: ({ name, directives }) => {
      if (directives?.some((directive) => argumentOf(directive, 'contextArguments') !== undefined)) {
        names.add(name.value);
      }
    },
  });
  if (names.size === 0) {
    return () => undefined;
  }
  return (schema, document) => {
    const types = new TypeInfo(schema);
    const enter = ({ name }: { readonly name: { readonly value: string } }) => {
      const parent = types.getParentType();
      if (names.has(name.value) && parent !== null && parent !== undefined) {
        throw new GraphQLError(`Expected fields without @fromContext, found ${parent.name}.${name.value}.`, {
          extensions: { code: 'PLANNING_FAILED', coordinate: `${parent.name}.${name.value}` },
        });
      }
    };
    visit(document, visitWithTypeInfo(types, { Field: enter }));
  };
}
