import type { Data } from './data.ts';
import type { Report } from './report.ts';
import type { SubgraphFetch } from './subgraph-fetch.ts';

/** What the steps of one execution share. */
export interface ExecutionState {
  /** The merged answers, by the planner's response keys. */
  readonly data: Data;
  /** Coerced variables. */
  readonly variables: Record<string, unknown>;
  readonly fetch: SubgraphFetch;
  readonly report: Report;
  /** Set once the answer is on its way: late answers are dropped. */
  closed: boolean;
}
