/** How long and how much a department that runs apart may take. */
export interface TransportLimits {
  /** How long one fetch may take, its wait in the queue and its second try included. */
  readonly fetchDeadlineMs: number;
  /** Fetches that a department is sent at once. */
  readonly concurrency: number;
  /** Fetches that may wait for one of these places; more are turned away at once. */
  readonly queue: number;
  /** The largest answer, after decompression. */
  readonly answerBytes: number;
  /** Failures in a row after which a department is left alone. */
  readonly breakerFailures: number;
  /** How long it is left alone before one fetch tries it again. */
  readonly breakerPauseMs: number;
}
