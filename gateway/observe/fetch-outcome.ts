import type { SubgraphAnswer } from '../execute/subgraph-fetch.ts';
import { DepartmentFailure, type FailureCode } from '../transport/department-failure.ts';

/** How a department did: it answered, gave no usable answer, or the hub itself failed on the way. */
export type FetchOutcome = 'ok' | FailureCode | 'fault';

/** What an answer says of the department; a refusal is an answer too. */
export function outcomeOf({ errors }: SubgraphAnswer): FetchOutcome {
  for (const error of errors ?? []) {
    const code = error.extensions?.['code'];
    if (code === 'SOURCE_UNAVAILABLE' || code === 'SOURCE_INVALID') return code;
  }
  return 'ok';
}

/** What a rejection says of it. */
export const outcomeOfFault = (fault: unknown): FetchOutcome =>
  fault instanceof DepartmentFailure ? fault.code : 'fault';
