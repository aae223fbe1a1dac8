import cluster from 'node:cluster';
import {
  BurstyRateLimiter,
  RateLimiterCluster,
  RateLimiterClusterMaster,
  RateLimiterMemory,
  type RateLimiterRes,
} from 'rate-limiter-flexible';
import { z } from 'zod';
import type { Identity } from '../identity.ts';

/** The environment variables that set how many requests a user of a client may send. */
export const rateSettings = {
  HUB_RATE_PER_SECOND: z.coerce.number().int().min(0).default(1_000),
  HUB_RATE_BURST: z.coerce.number().int().min(0).default(10_000),
};

/** How many requests a user of a client may send. */
export interface Rate {
  /** Every second; 0 for as many as come. */
  readonly perSecond: number;
  /** Beyond that, in a minute. */
  readonly burst: number;
}

/** A user who has sent too many requests. */
export class RateLimited extends Error {
  readonly code = 'RATE_LIMITED';
  readonly retryAfterSeconds: number;

  constructor({ perSecond, burst }: Rate, milliseconds: number) {
    super(`Expected at most ${perSecond} requests a second, and ${burst} more in a minute.`);
    this.retryAfterSeconds = Math.max(1, Math.ceil(milliseconds / 1_000));
  }
}

/** Counts a request of somebody; throws {@link RateLimited}. */
export type CountRequest = (identity: Pick<Identity, 'client' | 'user'>) => Promise<void>;

/** Counts in this process for all its workers: what a user may send does not grow with their number. */
export const countForWorkers = (): unknown => new RateLimiterClusterMaster();

const limiter = (options: { readonly keyPrefix: string; readonly points: number; readonly duration: number }) =>
  cluster.isWorker ? new RateLimiterCluster(options) : new RateLimiterMemory(options);

/** Counts by client and user, in this process' memory or, of a worker, in that of the process that keeps it. */
export function createCountRequest(rate: Rate): CountRequest {
  if (rate.perSecond === 0) return () => Promise.resolve();
  const bursty = new BurstyRateLimiter(
    limiter({ keyPrefix: 'second', points: rate.perSecond, duration: 1 }),
    limiter({ keyPrefix: 'burst', points: rate.burst, duration: 60 }),
  );
  return async ({ client, user }) => {
    try {
      await bursty.consume(JSON.stringify([client, user]));
    } catch (rejected) {
      if (rejected instanceof Error) throw rejected;
      throw new RateLimited(rate, (rejected as RateLimiterRes).msBeforeNext);
    }
  };
}
