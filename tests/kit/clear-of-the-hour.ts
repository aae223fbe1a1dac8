import { setTimeout as wait } from 'node:timers/promises';

const HOUR = 3_600_000;
const ROOM = 20_000;

/** Look-ups are counted by the clock's hour: waits for the next one where this one is about to end. */
export async function clearOfTheHour(): Promise<void> {
  const left = HOUR - (Date.now() % HOUR);
  if (left < ROOM) await wait(left + 100);
}
