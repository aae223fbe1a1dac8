/** One operation on a test federation and what it must answer. */
export interface FederationCase {
  /** Completes "it …". */
  readonly it: string;
  readonly operation: string;
  readonly operationName?: string;
  /** Active labels of progressive overrides, none by default. */
  readonly labels?: readonly string[];
  readonly variables?: Record<string, unknown>;
  readonly data: unknown;
  /** Paths of the expected errors in any order, none by default. */
  readonly errorPaths?: readonly (readonly (string | number)[])[];
  /** How many requests each subgraph gets, where that matters. */
  readonly requests?: Readonly<Record<string, number>>;
}
