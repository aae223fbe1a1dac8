import { type Data, isData, type ResponsePath } from './data.ts';
import type { ExecutionState } from './execution-state.ts';
import type { Cause } from './report.ts';
import { invalid } from './report.ts';
import type { SubgraphAnswer, SubgraphError } from './subgraph-fetch.ts';

/** A subgraph's answer whose outer shape has been checked. */
export interface CheckedAnswer {
  readonly data: Data | undefined;
  readonly errors: readonly SubgraphError[];
}

/** Checks the outer shape of an answer (GraphQL specification 7.1); a fault is the cause to report. */
export function checkAnswer(subgraph: string, answer: SubgraphAnswer): CheckedAnswer | Cause {
  if (!isData(answer)) {
    return invalid(subgraph, 'an object with data or errors');
  }
  const { data, errors } = answer as SubgraphAnswer;
  const list = Array.isArray(errors) ? errors.filter(isData) : [];
  if ((data === null || data === undefined) && list.length === 0) {
    return invalid(subgraph, 'data or errors');
  }
  if (data !== null && data !== undefined && !isData(data)) {
    return invalid(subgraph, 'data that is an object');
  }
  return { data: data ?? undefined, errors: list as unknown as readonly SubgraphError[] };
}

/** Whether the check found a fault. */
export function isCause(checked: CheckedAnswer | Cause): checked is Cause {
  return 'message' in checked;
}

/** What a subgraph's own error says to the client: its message and code, and whose it is. */
export function causeOf(subgraph: string, error: SubgraphError): Cause {
  const given = isData(error.extensions) ? error.extensions : {};
  return {
    message: typeof error.message === 'string' ? error.message : `${subgraph} reported an error.`,
    extensions: { ...given, department: subgraph },
  };
}

/** The path of a subgraph's error where it has a usable one. */
export function pathOf(error: SubgraphError): ResponsePath {
  const usable =
    Array.isArray(error.path) && error.path.every((key) => typeof key === 'string' || typeof key === 'number');
  return usable ? (error.path as ResponsePath) : [];
}

/**
 * Reports one error of a subgraph below an object of the merged data, and marks the value that it cost.
 * The client hears the error's own place; where it did not select that (an input of a computed field), the place of the
 * null that it caused; and where it did not select that either, nothing: what was to be computed speaks for itself.
 */
export function reportBelow(
  state: ExecutionState,
  holder: Data,
  base: ResponsePath,
  tail: ResponsePath,
  department: string,
  cause: Cause,
): void {
  let place: unknown = holder;
  let depth = 0;
  let slot = { holder, key: tail[0] as string | number };
  for (const key of tail) {
    slot = { holder: place as Data, key };
    depth += 1;
    place = (place as Data)[key];
    if (typeof place !== 'object' || place === null) {
      break;
    }
  }
  state.report.fail(slot.holder, slot.key, { department, whole: false });
  const full = [...base, ...tail];
  const short = [...base, ...tail.slice(0, depth)];
  if (state.report.isSelected(full)) {
    state.report.add(cause, full);
  } else if (state.report.isSelected(short)) {
    state.report.add(cause, short);
  }
}
