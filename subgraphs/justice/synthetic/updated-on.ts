import { dayNumber, dayText } from '../../../schema/synthetic/calendar.ts';
import { randomAt } from '../../../schema/synthetic/random.ts';
import type { World } from '../../../schema/synthetic/world.ts';

/** The day on which the bureau last touched a record: within a month of the last thing told in it. */
export function updatedOn(world: World, record: string, lastDay: string): string {
  const latest = dayNumber(world.asOf) - 1;
  const touched = dayNumber(lastDay) + randomAt(world.seed, 'justice', 'updated', record).below(30);
  return dayText(Math.min(latest, touched));
}
