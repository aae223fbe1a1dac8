import type { ExecutionState } from './execution-state.ts';
import type { Cause } from './report.ts';
import { invalid, unavailable } from './report.ts';
import type { SubgraphAnswer, SubgraphRequest } from './subgraph-fetch.ts';

/** One fetch of a plan, ready to run any number of times. */
export interface FetchStep {
  readonly target: FetchTarget;
  /** Places of the data that it needs, as response keys joined by dots. */
  readonly reads: ReadonlySet<string>;
  /** Places of the data that it fills. */
  readonly writes: ReadonlySet<string>;
  /** Fetches and merges; never throws nor rejects. Returns a promise only while an answer is pending. */
  run(state: ExecutionState): void | Promise<void>;
  /** Reports what stays unanswered because the request ended first. */
  abandon(state: ExecutionState, reason: unknown): void;
}

/** What every fetch of a plan node has in common. */
export interface FetchTarget {
  readonly subgraph: string;
  readonly document: string;
  readonly operationName: string | undefined;
  readonly kind: SubgraphRequest['kind'];
  readonly variableUsages: readonly string[];
}

/** Reads a plan node's address and text. */
export function fetchTarget(node: {
  readonly serviceName: string;
  readonly operation: string;
  readonly operationName?: string;
  readonly operationKind?: SubgraphRequest['kind'];
  readonly variableUsages?: readonly string[];
}): FetchTarget {
  return {
    subgraph: node.serviceName,
    document: node.operation,
    operationName: node.operationName ?? undefined,
    kind: node.operationKind ?? 'query',
    variableUsages: node.variableUsages ?? [],
  };
}

/** The client's variables that a fetch uses; a variable that was not given stays absent. */
export function usedVariables(
  target: FetchTarget,
  variables: ExecutionState['variables'],
): Record<string, unknown> | undefined {
  let used: Record<string, unknown> | undefined;
  for (const name of target.variableUsages) {
    const value = variables[name];
    if (value !== undefined) {
      used ??= {};
      used[name] = value;
    }
  }
  return used;
}

/** Asks the subgraph, and hands its answer or its failure on; synchronous where the answer is. */
export function ask(
  target: FetchTarget,
  variables: Record<string, unknown> | undefined,
  state: ExecutionState,
  accept: (answer: SubgraphAnswer) => void,
  fail: (cause: Cause) => void,
): void | Promise<void> {
  const { subgraph, document, operationName, kind } = target;
  const accepted = (answer: SubgraphAnswer) => {
    if (state.closed) {
      return;
    }
    try {
      accept(answer);
    } catch {
      // Whatever a hostile answer does to the merge, it costs its own facets and not the request.
      fail(invalid(subgraph, 'a GraphQL answer'));
    }
  };
  const failed = (reason: unknown) => {
    if (!state.closed) {
      fail(unavailable(subgraph, reason));
    }
  };
  let answer: SubgraphAnswer | Promise<SubgraphAnswer>;
  try {
    answer = state.fetch(subgraph, { document, operationName, kind, variables });
  } catch (reason) {
    failed(reason);
    return;
  }
  if (answer instanceof Promise) {
    return answer.then(accepted, failed);
  }
  accepted(answer);
}
