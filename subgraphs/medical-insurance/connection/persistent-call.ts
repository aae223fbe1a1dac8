import { setTimeout as pause } from 'node:timers/promises';
import type { Call } from './call.ts';
import type { Pacer } from './pacer.ts';
import { SystemUnavailable } from './system-unavailable.ts';

const FIRST_PAUSE_MS = 40;
const LONGEST_PAUSE_MS = 640;

/** What a call with retries works with. */
export interface Persistence {
  readonly call: Call;
  readonly pacer: Pacer;
}

/**
 * Calls until the system answers or the moment `until` (of performance.now) has come; every try but the first, whose turn
 * the caller has waited for, waits for a turn of its own. Rejects with SystemUnavailable.
 */
export async function callUntil(
  { call, pacer }: Persistence,
  path: string,
  body: object,
  until: number,
): Promise<unknown> {
  for (let attempt = 0; ; attempt++) {
    const left = until - performance.now();
    if (left <= 0) throw tooSlow();
    const called = await call(path, body, left);
    if (called.kind === 'answered') return called.body;
    if (called.kind === 'unreachable') {
      throw new SystemUnavailable('SYSTEM_UNREACHABLE', 'Nobody answers where the bureau’s system should be.');
    }
    if (called.kind === 'refused') {
      throw new SystemUnavailable('SYSTEM_REFUSED', `Expected an answer of the bureau’s system, got ${called.what}.`);
    }
    if (called.afterMs !== null) pacer.hold(called.afterMs);
    // Random, so that those who failed together do not come back together.
    const wait = Math.random() * Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** attempt);
    if (performance.now() + Math.max(wait, called.afterMs ?? 0) >= until) throw tooSlow();
    await pause(wait);
    await pacer.turn();
  }
}

/** The failure of those who waited long enough. */
export const tooSlow = (): SystemUnavailable =>
  new SystemUnavailable('SYSTEM_TOO_SLOW', 'The bureau’s system did not answer in time.');
