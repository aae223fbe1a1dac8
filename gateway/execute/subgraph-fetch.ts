/** What the engine asks of one subgraph. */
export interface SubgraphRequest {
  /** Always the same string for the same plan node: fit to key a cache of parsed documents. */
  readonly document: string;
  readonly operationName: string | undefined;
  readonly kind: 'query' | 'mutation' | 'subscription';
  readonly variables: Record<string, unknown> | undefined;
}

/** An error as a subgraph gives it. */
export interface SubgraphError {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly extensions?: Record<string, unknown>;
}

/** What a subgraph answers: a GraphQL response. */
export interface SubgraphAnswer {
  readonly data?: Record<string, unknown> | null;
  readonly errors?: readonly SubgraphError[];
  readonly extensions?: Record<string, unknown>;
}

/**
 * A request's way to its subgraphs. It may answer synchronously.
 *
 * The engine merges into the objects of `data`, so an answer must belong to this request alone: hand out no object that
 * something else keeps, for example from a cache. Variables stay the engine's: read them, change nothing.
 * A thrown error, or a rejected promise, becomes `SOURCE_UNAVAILABLE` for the facets concerned; its `extensions` go along.
 */
export type SubgraphFetch = (subgraph: string, request: SubgraphRequest) => SubgraphAnswer | Promise<SubgraphAnswer>;
