import { z } from 'zod';

const MEBIBYTE = 1 << 20;
const count = z.coerce.number().int().min(1);

/** The variables that {@link TransportLimits} are read from. */
export const transportSettings = {
  HUB_REQUEST_DEADLINE_MS: count.default(10_000),
  HUB_FETCH_DEADLINE_MS: count.default(4_000),
  HUB_SLOW_FETCH_MS: count.default(1_500),
  HUB_FETCH_CONCURRENCY: count.default(32),
  HUB_FETCH_QUEUE: z.coerce.number().int().min(0).default(128),
  HUB_ANSWER_MEBIBYTES: z.coerce.number().positive().max(256).default(16),
  HUB_BREAKER_FAILURES: count.default(5),
  HUB_BREAKER_PAUSE_MS: count.default(5_000),
};

/** How long and how much a department that runs apart may take. */
export interface TransportLimits {
  /** How long a client's whole request may take. */
  readonly requestDeadlineMs: number;
  /** How long one fetch may take, its wait in the queue and its second try included. */
  readonly fetchDeadlineMs: number;
  /** How long a fetch may take before it tells against the department that it is slow. */
  readonly slowFetchMs: number;
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

/** What the variables say. */
export const transportLimitsOf = (values: z.infer<z.ZodObject<typeof transportSettings>>): TransportLimits => ({
  requestDeadlineMs: values.HUB_REQUEST_DEADLINE_MS,
  fetchDeadlineMs: values.HUB_FETCH_DEADLINE_MS,
  slowFetchMs: values.HUB_SLOW_FETCH_MS,
  concurrency: values.HUB_FETCH_CONCURRENCY,
  queue: values.HUB_FETCH_QUEUE,
  answerBytes: Math.floor(values.HUB_ANSWER_MEBIBYTES * MEBIBYTE),
  breakerFailures: values.HUB_BREAKER_FAILURES,
  breakerPauseMs: values.HUB_BREAKER_PAUSE_MS,
});
