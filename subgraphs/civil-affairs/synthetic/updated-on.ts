import { addDays } from '../../../schema/kit/calendar/day.ts';
import { dateCell } from '../../../schema/synthetic/cells.ts';
import { randomAt } from '../../../schema/synthetic/random.ts';
import type { World } from '../../../schema/synthetic/world.ts';

/** The day, as the bureau writes it, on which it last reviewed what it keeps of a family: within the last half year. */
export function updatedOn(world: World, family: number): string {
  const days = 1 + randomAt(world.seed, 'civil-affairs', 'updated', family).below(180);
  return dateCell(addDays(world.asOf, -days), 'YYYY年M月D日');
}
