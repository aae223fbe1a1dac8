import type { Identity } from '../access/identity.ts';
import type { LiveLimits } from './live-limits.ts';

/** A subscription for which there is no place. */
export class NoPlace extends Error {
  readonly code: 'SUBSCRIPTIONS_FULL' | 'SUBSCRIPTION_LIMIT';

  constructor(code: NoPlace['code'], message: string) {
    super(message);
    this.code = code;
  }
}

/** Counts who subscribes. */
export interface Places {
  readonly taken: number;
  /** Takes a place; throws {@link NoPlace}. The answer gives it back, once. */
  take(identity: Pick<Identity, 'client' | 'user'>): () => void;
}

/** Counts in this process' memory, by client and user. */
export function createPlaces({ subscriptions, perUser }: Pick<LiveLimits, 'subscriptions' | 'perUser'>): Places {
  const taken = new Map<string, number>();
  let total = 0;
  return {
    get taken() {
      return total;
    },
    take({ client, user }) {
      if (total >= subscriptions) {
        throw new NoPlace('SUBSCRIPTIONS_FULL', `Expected at most ${subscriptions} subscriptions; try again later.`);
      }
      const key = JSON.stringify([client, user]);
      const own = taken.get(key) ?? 0;
      if (own >= perUser) {
        throw new NoPlace('SUBSCRIPTION_LIMIT', `Expected at most ${perUser} subscriptions of one user.`);
      }
      taken.set(key, own + 1);
      total += 1;
      let given = false;
      return () => {
        if (given) return;
        given = true;
        total -= 1;
        const left = (taken.get(key) ?? 1) - 1;
        if (left > 0) taken.set(key, left);
        else taken.delete(key);
      };
    },
  };
}
