/** One operation on a test federation and what it must answer. */
export interface FederationCase {
  /** Completes "it …". */
  readonly it: string;
  readonly operation: string;
  readonly variables?: Record<string, unknown>;
  readonly data: unknown;
  /** Paths of the expected errors in any order, none by default. */
  readonly errorPaths?: readonly (readonly (string | number)[])[];
  /** How many requests each subgraph gets, where that matters. */
  readonly requests?: Readonly<Record<string, number>>;
}
