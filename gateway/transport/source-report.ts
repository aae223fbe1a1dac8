import type { GraphQLError } from 'graphql';
import type { FailureCode } from './department-failure.ts';

/** How a department answered one request; nothing in it concerns a person. */
export interface SourceState {
  readonly department: string;
  readonly status: 'OK' | FailureCode;
  /** Of its slowest fetch. */
  readonly latencyMs: number;
  /** The newest moment its register speaks of, where that is known. */
  readonly asOf?: string | undefined;
}

/** The newest moment that each department's register speaks of. */
export type SourceDates = ReadonlyMap<string, string>;

/** Whether an error says that a department gave no usable answer. */
export function isSourceFailure({ extensions: { code } }: GraphQLError): boolean {
  return code === 'SOURCE_UNAVAILABLE' || code === 'SOURCE_INVALID';
}

/** Says of each department asked how it did, by the errors of the answer. */
export function sourceReport(
  latencies: ReadonlyMap<string, number>,
  errors: readonly GraphQLError[],
  dates: SourceDates,
): SourceState[] {
  const failures = new Map(
    errors.filter(isSourceFailure).map(({ extensions }) => [extensions.department, extensions.code as FailureCode]),
  );
  return [...latencies]
    .map(([department, latency]) => ({
      department,
      status: failures.get(department) ?? ('OK' as const),
      latencyMs: Math.round(latency),
      asOf: dates.get(department),
    }))
    .sort((one, other) => (one.department < other.department ? -1 : 1));
}

/** Tells with each failed source how old what the hub last took in from it is. */
export function addDates(errors: readonly GraphQLError[], dates: SourceDates): void {
  for (const { extensions } of errors.filter(isSourceFailure)) {
    const asOf = dates.get(String(extensions.department));
    if (asOf !== undefined) extensions.asOf = asOf;
  }
}
