import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { getDocumentNodeFromSchema, getResolversFromSchema } from '@graphql-tools/utils';
import type { DocumentNode, GraphQLSchema } from 'graphql';
import { type ReferenceResolver, referenceResolvers, type SubgraphBuilder } from './builder.ts';

const FEDERATION = {
  url: 'https://specs.apollo.dev/federation/v2.9',
  import: [
    ...['@key', '@shareable', '@external', '@requires', '@inaccessible'],
    ...['@requiresScopes', '@authenticated', '@cost', '@listSize', '@tag'],
  ],
};

/** Directives that seal a field: any one of the scopes opens it. */
export const requiresScopes = (...scopes: string[]) => ({ requiresScopes: { scopes: scopes.map((scope) => [scope]) } });

/** Directives of a field that counts over a whole register: sealed by the scope, and as heavy as a thousand objects. */
export const countsRegister = (scope: string) => ({ ...requiresScopes(scope), cost: { weight: 1_000 } });

/** Names how this subgraph finds an entity by its key; without one, the key alone is the record. */
export function resolveReference<Key>(
  builder: SubgraphBuilder,
  typeName: string,
  resolver: (key: Key, ...rest: Parameters<ReferenceResolver> extends [never, ...infer Rest] ? Rest : never) => unknown,
): void {
  referenceResolvers(builder).set(typeName, resolver as ReferenceResolver);
}

/** A department's part of the graph: what composition reads and what a server executes. */
export interface SubgraphSchema {
  readonly typeDefs: DocumentNode;
  readonly schema: GraphQLSchema;
  /** Whether its matters make people visible who live beyond the viewer's areas. The hub believes it of no other. */
  readonly admits: boolean;
}

/**
 * Builds the subgraph of a department folder: loads every file of its `types/` room, which register themselves on the
 * builder, and makes a federation schema of them.
 */
export async function buildSubgraph(
  builder: SubgraphBuilder,
  directory: string,
  { admits = false }: { readonly admits?: boolean } = {},
): Promise<SubgraphSchema> {
  const types = (await readdir(join(directory, 'types'))).filter((file) => file.endsWith('.ts')).sort();
  for (const file of types) await import(pathToFileURL(join(directory, 'types', file)).href);
  const declared = builder.toSchema({ sortSchema: true, extensions: { directives: { link: FEDERATION } } });
  const typeDefs = getDocumentNodeFromSchema(declared);
  const resolvers = getResolversFromSchema(declared) as Record<string, Record<string, unknown>>;
  for (const [typeName, resolver] of referenceResolvers(builder)) {
    resolvers[typeName] = { ...resolvers[typeName], __resolveReference: resolver };
  }
  return { typeDefs, admits, schema: buildSubgraphSchema([{ typeDefs, resolvers: resolvers as never }]) };
}
