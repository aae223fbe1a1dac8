import { unifiedGraphHandler } from '@graphql-hive/router-runtime';
import { buildSchema, type DocumentNode, type ExecutionResult, print } from 'graphql';
import type { SubgraphAnswer, SubgraphFetch } from '../engine.ts';

/** Answers operations over the same supergraph and the same subgraphs by other means. */
export type Oracle = (
  document: DocumentNode,
  options: {
    readonly variables?: Record<string, unknown> | undefined;
    readonly operationName?: string | undefined;
    readonly labels?: ReadonlySet<string> | undefined;
    readonly fetch: SubgraphFetch;
  },
) => Promise<ExecutionResult>;

/** Loads a supergraph into Hive's router runtime, which shares the planner with the engine and nothing else. */
export async function routerRuntime(supergraph: string): Promise<Oracle> {
  const unifiedGraph = buildSchema(supergraph, { assumeValidSDL: true });
  const texts = new WeakMap<DocumentNode, string>();
  const textOf = (document: DocumentNode) => {
    const text = texts.get(document) ?? print(document);
    texts.set(document, text);
    return text;
  };
  const { executor } = await unifiedGraphHandler({
    unifiedGraph,
    getUnifiedGraphSDL: () => supergraph,
    handleProgressiveOverride: (label, context) => context.labels?.has(label) === true,
    onSubgraphExecute: (subgraph, { document, variables, operationName, operationType, context }) => {
      const kind = (operationType ?? 'query') as 'query' | 'mutation' | 'subscription';
      return context.fetch(subgraph, { document: textOf(document), operationName, kind, variables }) as SubgraphAnswer;
    },
  } as Parameters<typeof unifiedGraphHandler>[0]);
  if (executor === undefined) {
    throw new TypeError('Expected an executor of the router runtime, found none.');
  }
  return async (document, { variables = {}, operationName, labels, fetch }) => {
    const request = { document, variables, operationName, context: { fetch, labels } };
    return (await executor(request as Parameters<typeof executor>[0])) as ExecutionResult;
  };
}
