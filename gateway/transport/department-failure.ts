/** What a department's failure is called where clients see it. */
export type FailureCode = 'SOURCE_UNAVAILABLE' | 'SOURCE_INVALID';

/** What a failure means for the fetches that come after it. */
export interface FailureTraits {
  /** Whether the same question may succeed a moment later. */
  readonly passing?: boolean;
  /** Whether it tells against the department's health, and so brings it closer to being left alone for a while. */
  readonly counts?: boolean;
  /** Whether nobody waited for the answer any more, so that it tells nothing of the department. */
  readonly cancelled?: boolean;
  readonly cause?: unknown;
}

/** A department that gave no usable answer. The message names it and what was expected, nothing of what it sent. */
export class DepartmentFailure extends Error {
  override readonly name = 'DepartmentFailure';
  readonly code: FailureCode;
  readonly passing: boolean;
  readonly counts: boolean;
  readonly cancelled: boolean;

  constructor(code: FailureCode, message: string, { passing, counts, cancelled, cause }: FailureTraits = {}) {
    super(message, { cause });
    this.code = code;
    this.passing = passing ?? false;
    this.counts = counts ?? false;
    this.cancelled = cancelled ?? false;
  }

  /** What clients are told. */
  get extensions(): { readonly code: FailureCode } {
    return { code: this.code };
  }
}

/** An answer came, but not one that can be used. */
export const unusable = (message: string, traits?: FailureTraits): DepartmentFailure =>
  new DepartmentFailure('SOURCE_INVALID', message, traits);

/** No answer came. */
export const unanswered = (message: string, traits?: FailureTraits): DepartmentFailure =>
  new DepartmentFailure('SOURCE_UNAVAILABLE', message, traits);
