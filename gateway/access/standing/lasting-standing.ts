import { within } from '../../../schema/kit/within.ts';
import type { ReadStanding, Standing } from './standing.ts';

/** How long the last standing is believed while the register that keeps it does not answer. */
const REMEMBERED_MS = 600_000;
const PATIENCE_MS = 2_000;

/** How the last standing is remembered. */
export interface LastingStandingOptions {
  readonly now?: () => number;
  readonly patienceMs?: number;
}

/**
 * Reads the standing, which for ten minutes is the last that was read while the register does not answer within two
 * seconds: nobody can enter a revocation there either. It is marked as remembered, which does for figures alone. After
 * that it rejects.
 */
export function lastingStanding(
  read: ReadStanding,
  { now = Date.now, patienceMs = PATIENCE_MS }: LastingStandingOptions = {},
): ReadStanding {
  let known: { readonly standing: Standing; readonly remembered: Standing; readonly at: number } | undefined;
  return async () => {
    try {
      const standing = await within(patienceMs, 'the standing to be read', read());
      if (known?.standing !== standing)
        known = { standing, remembered: { ...standing, isRemembered: true }, at: now() };
      return standing;
    } catch (fault) {
      if (!known || now() - known.at >= REMEMBERED_MS) throw fault;
      return known.remembered;
    }
  };
}
