import { dayNumber, dayText } from '../../../schema/synthetic/calendar.ts';
import { dateCell } from '../../../schema/synthetic/cells.ts';
import type { Random } from '../../../schema/synthetic/random.ts';
import type { World } from '../../../schema/synthetic/world.ts';

const LONGEST_UNCHANGED = 330;

/** AAE036: a day within the last year on which a row was last changed, after what it tells and before the world's day. */
export function lastChange(world: World, random: Random, told: string | null): string {
  const latest = dayNumber(world.asOf) - 1;
  const earliest = Math.max(latest - LONGEST_UNCHANGED, told === null ? 0 : Math.min(dayNumber(told), latest));
  return dateCell(dayText(random.between(earliest, latest)), 'YYYYMMDD');
}
