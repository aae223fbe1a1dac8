import { isBrokenCircuitError, isBulkheadRejectedError } from 'cockatiel';
import type { Deadline } from './deadline.ts';
import { DepartmentFailure, unanswered, unusable } from './department-failure.ts';

/** How far an exchange had come when it failed. */
export type Stage = 'before-answer' | 'within-answer';

/** Faults of the HTTP parser and of the decompressors: what came is not what it claims to be. */
const MALFORMED = /^(HPE_|UND_ERR_HEADERS_OVERFLOW|UND_ERR_RES_|Z_|ERR_ZSTD|ERR_BROTLI|ERR__|ZSTD_)/;

/** Says what a fault on the way to a department means to those who asked, and to those who will ask next. */
export function failureOf(department: string, fault: unknown, deadline: Deadline, stage: Stage): DepartmentFailure {
  if (fault instanceof DepartmentFailure) return fault;
  const cause = fault;
  if (deadline.passed()) {
    return unanswered(`Expected ${department} to answer in time, it did not.`, { counts: true, cause });
  }
  if (deadline.signal.aborted) {
    return unanswered(`Nobody waits for the answer of ${department} any more.`, { cancelled: true, cause });
  }
  if (isBulkheadRejectedError(fault)) {
    return unanswered(`${department} is not asked now: too many questions wait for it.`, { cause });
  }
  if (isBrokenCircuitError(fault)) {
    return unanswered(`${department} is not asked now: it failed several times in a row.`, { cause });
  }
  const { code = '', name = '' } = fault as { code?: unknown; name?: unknown };
  if (name === 'HTTPParserError' || MALFORMED.test(String(code))) {
    return unusable(`Expected ${department} to answer in HTTP, it answered with something else.`, { cause });
  }
  if (stage === 'within-answer') {
    return unusable(`Expected ${department} to answer to the end, it broke off.`, { counts: true, cause });
  }
  return unanswered(`Expected a connection to ${department}, there is none.`, { passing: true, counts: true, cause });
}
