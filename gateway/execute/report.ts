import { GraphQLError } from 'graphql';
import { clientKey } from '../plan/planner-keys.ts';
import type { Data, ResponsePath } from './data.ts';

/** Why a value is not there. */
export interface Failure {
  /** The subgraph that did not give it. */
  readonly department: string;
  /** Whether a whole fetch failed, so that its losses are told once a list and not once an item. */
  readonly whole: boolean;
}

/** What an error says beside its place. */
export interface Cause {
  readonly message: string;
  readonly extensions: Readonly<Record<string, unknown>>;
  readonly original?: unknown;
}

/** Collects the errors of one execution, and remembers which values failed so that nothing is computed from them. */
export class Report {
  readonly errors: GraphQLError[] = [];
  // Made on first use: most executions have nothing to report.
  private told: Set<string> | undefined;
  private failures: Map<Data, Map<string | number, Failure>> | undefined;
  private readonly selected: (keys: readonly string[]) => boolean;

  /** `selected` tells whether the client asked for a place, given its response keys without list indices. */
  constructor(selected: (keys: readonly string[]) => boolean) {
    this.selected = selected;
  }

  get hasFailures(): boolean {
    return this.failures !== undefined;
  }

  /** Remembers that the value at `key` of an object (or list) of the data is not to be trusted. */
  fail(holder: Data, key: string | number, failure: Failure): void {
    this.failures ??= new Map();
    const known = this.failures.get(holder);
    if (known === undefined) {
      this.failures.set(holder, new Map([[key, failure]]));
    } else if (!known.has(key)) {
      known.set(key, failure);
    }
  }

  failureOf(holder: Data, key: string | number): Failure | undefined {
    return this.failures?.get(holder)?.get(key);
  }

  /** Whether the client selected this place, so that an error may name it. */
  isSelected(path: ResponsePath): boolean {
    return this.selected(path.filter((key) => typeof key === 'string'));
  }

  add(cause: Cause, path: ResponsePath | undefined): void {
    const { message, extensions, original } = cause;
    const originalError = original instanceof Error ? original : undefined;
    this.errors.push(
      new GraphQLError(message, { path: path?.map(clientKey), extensions: { ...extensions }, originalError }),
    );
  }

  /** Adds an error unless the same was said of the same coordinate at the same place. */
  addOnce(cause: Cause, path: ResponsePath): void {
    const { code, department, coordinate } = cause.extensions;
    const what = JSON.stringify([path, code, department, coordinate]);
    this.told ??= new Set();
    if (!this.told.has(what)) {
      this.told.add(what);
      this.add(cause, path);
    }
  }

  /**
   * The errors as the client hears them beside this data: without those whose place is not in it, since a fetch may have
   * asked for more than the client did of objects of that type.
   */
  errorsBeside(data: Data | null): readonly GraphQLError[] {
    return this.errors.filter(({ path }) => path === undefined || isReached(data, path));
  }
}

/** Whether one of these errors lies at, above or below a place, and so explains a null there. */
export function explains(errors: readonly GraphQLError[], path: ResponsePath): boolean {
  return errors.some((error) => error.path !== undefined && meets(error.path, path));
}

function meets(one: ResponsePath, other: ResponsePath): boolean {
  const shared = Math.min(one.length, other.length);
  for (let index = 0; index < shared; index++) {
    if (one[index] !== other[index]) {
      return false;
    }
  }
  return true;
}

/** Whether a path leads somewhere in the data, or to a null on its way. */
function isReached(data: Data | null, path: ResponsePath): boolean {
  let place: unknown = data;
  for (const key of path) {
    if (typeof place !== 'object' || place === null) {
      return place === null;
    }
    if (!Object.hasOwn(place, key)) {
      return false;
    }
    place = (place as Data)[key];
  }
  return true;
}

/** The subgraph gave no answer: it is down, too late, or not reached. */
export function unavailable(department: string, reason: unknown): Cause {
  const given = (reason as { extensions?: unknown } | undefined)?.extensions;
  return {
    message: `${department} did not answer.`,
    extensions: { ...(typeof given === 'object' ? given : {}), code: 'SOURCE_UNAVAILABLE', department },
    original: reason,
  };
}

/** The subgraph gave an answer of another shape than was asked for. */
export function invalid(department: string, expectation: string): Cause {
  return {
    message: `Expected ${expectation} of ${department}, found something else.`,
    extensions: { code: 'SOURCE_INVALID', department },
  };
}

/** A field was not computed because what it is computed from failed. */
export function notComputed(department: string): Cause {
  return {
    message: `Not computed: it depends on an answer of ${department} that failed.`,
    extensions: { code: 'SOURCE_UNAVAILABLE', department },
  };
}
