import { within } from '../../schema/kit/within.ts';
import type { Policy, PolicyStore, Purpose } from '../access/purpose.ts';

/** How long a purpose that counts may be stated while the register of purposes does not answer. */
const REMEMBERED_MS = 600_000;
const PATIENCE_MS = 2_000;

/** The rules of access, and whether they are whole. */
export interface LastingPolicy {
  readonly policy: Policy;
  /** False while the register of purposes does not answer: then there are none but those that only count. */
  readonly isWhole: boolean;
}

/**
 * Reads the rules of access, of which the purposes that only count are remembered for ten minutes: they reach nobody's
 * data, so that figures go on while the register of purposes and disclosures is down. Any other is asked for each time,
 * and not at all for somebody of whom only figures may be told.
 */
export function statisticsGoOn(
  store: Pick<PolicyStore, 'policy'>,
  now: () => number = Date.now,
  patienceMs = PATIENCE_MS,
): (figuresAlone?: boolean) => Promise<LastingPolicy> {
  const read = () => within(patienceMs, 'the rules of access to be read', store.policy());
  let known: { readonly policy: Policy; readonly at: number } | undefined;
  return async (figuresAlone = false) => {
    const policy = figuresAlone ? undefined : await read().catch(() => undefined);
    if (policy) {
      known = { policy, at: now() };
      return { policy, isWhole: true };
    }
    const isFresh = known && now() - known.at < REMEMBERED_MS;
    const purposes = new Map([...((isFresh && known?.policy.purposes) || [])].filter(([, one]) => countsOnly(one)));
    const { withdrawals = [], protectedPersons = new Set<string>() } = known?.policy ?? {};
    return { policy: { purposes, withdrawals, protectedPersons }, isWhole: false };
  };
}

const countsOnly = ({ boundTo, scopes, matterScopes }: Purpose): boolean =>
  boundTo === 'NONE' && matterScopes.length === 0 && scopes.every((scope) => scope.endsWith(':statistics'));
