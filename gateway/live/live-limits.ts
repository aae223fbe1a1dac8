import { z } from 'zod';

const count = (fallback: number) => z.coerce.number().int().min(1).default(fallback);

/** The environment variables that set how many may subscribe, and how much may wait for them. */
export const liveSettings = {
  HUB_SUBSCRIPTIONS: count(2_000),
  HUB_SUBSCRIPTIONS_PER_USER: count(10),
  HUB_SUBSCRIPTION_QUEUE: count(100),
};

/** How many may subscribe, and how much may wait for them. */
export interface LiveLimits {
  /** Subscriptions of this process. */
  readonly subscriptions: number;
  /** Subscriptions of one user of one client. */
  readonly perUser: number;
  /** Events of different things that wait for one subscriber. */
  readonly queued: number;
  /** Between two signs of life, in milliseconds. */
  readonly heartbeatMs: number;
}

/** The limits that settings ask for. */
export const liveLimitsOf = (settings: z.infer<z.ZodObject<typeof liveSettings>>): LiveLimits => ({
  subscriptions: settings.HUB_SUBSCRIPTIONS,
  perUser: settings.HUB_SUBSCRIPTIONS_PER_USER,
  queued: settings.HUB_SUBSCRIPTION_QUEUE,
  heartbeatMs: 15_000,
});
