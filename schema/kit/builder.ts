import SchemaBuilder from '@pothos/core';
import DirectivesPlugin from '@pothos/plugin-directives';
import type { GraphQLResolveInfo } from 'graphql';
import type { SubgraphContext } from './context.ts';
import { DateScalar } from './scalars/date.ts';
import { DateTimeScalar } from './scalars/date-time.ts';
import { registerSharedTypes, type SharedTypes } from './shared-types.ts';

/** Federation directives that a subgraph may put on its types and fields. */
type FederationDirectives = {
  key: { locations: 'OBJECT' | 'INTERFACE'; args: { fields: string; resolvable?: boolean } };
  shareable: { locations: 'OBJECT' | 'FIELD_DEFINITION'; args: Record<string, never> };
  external: { locations: 'OBJECT' | 'FIELD_DEFINITION'; args: Record<string, never> };
  requires: { locations: 'FIELD_DEFINITION'; args: { fields: string } };
  inaccessible: {
    locations: 'OBJECT' | 'FIELD_DEFINITION' | 'ENUM' | 'ENUM_VALUE' | 'ARGUMENT_DEFINITION';
    args: Record<string, never>;
  };
  requiresScopes: { locations: 'OBJECT' | 'FIELD_DEFINITION'; args: { scopes: string[][] } };
  authenticated: { locations: 'OBJECT' | 'FIELD_DEFINITION'; args: Record<string, never> };
  tag: { locations: 'ARGUMENT_DEFINITION' | 'FIELD_DEFINITION' | 'OBJECT'; args: { name: string } };
  cost: { locations: 'FIELD_DEFINITION' | 'OBJECT' | 'ARGUMENT_DEFINITION'; args: { weight: number } };
  listSize: { locations: 'FIELD_DEFINITION'; args: { assumedSize?: number; slicingArguments?: string[] } };
};

export type SubgraphTypes = {
  Context: SubgraphContext;
  Scalars: {
    ID: { Input: string; Output: string };
    Date: { Input: string; Output: string };
    DateTime: { Input: string; Output: string };
  };
  Directives: FederationDirectives;
};

export type SubgraphBuilder = PothosSchemaTypes.SchemaBuilder<PothosSchemaTypes.ExtendDefaultTypes<SubgraphTypes>>;

/** Finds the record behind a key that another subgraph sent; null where the register has none that the viewer may see. */
export type ReferenceResolver = (key: never, context: SubgraphContext, info: GraphQLResolveInfo) => unknown;

const references = new WeakMap<SubgraphBuilder, Map<string, ReferenceResolver>>();
const sharedTypes = new WeakMap<SubgraphBuilder, SharedTypes>();

/**
 * The builder of one department's subgraph, with the scalars and the shared value types of the graph
 * (RecordSource, Code, PageInfo, StatisticTable …) ready to refer to through {@link shared}.
 */
export function createBuilder(): SubgraphBuilder {
  const builder: SubgraphBuilder = new SchemaBuilder<SubgraphTypes>({
    plugins: [DirectivesPlugin],
    // @graphql-tools prints directives from this form.
    directives: { useGraphQLToolsUnorderedDirectives: true },
  });
  builder.addScalarType('Date', DateScalar);
  builder.addScalarType('DateTime', DateTimeScalar);
  references.set(builder, new Map());
  sharedTypes.set(builder, registerSharedTypes(builder));
  return builder;
}

/** The value types that every department shares by the same name and shape. */
export function shared(builder: SubgraphBuilder): SharedTypes {
  const types = sharedTypes.get(builder);
  if (!types) throw new Error('Expected a builder made by createBuilder().');
  return types;
}

/** How this subgraph's entities are found by key: type name → resolver. */
export function referenceResolvers(builder: SubgraphBuilder): Map<string, ReferenceResolver> {
  const resolvers = references.get(builder);
  if (!resolvers) throw new Error('Expected a builder made by createBuilder().');
  return resolvers;
}
