import { addDays } from '../../../../schema/kit/calendar/day.ts';
import { randomAt } from '../../../../schema/synthetic/random.ts';
import type { World } from '../../../../schema/synthetic/world.ts';

/** The day on which the bureau last touched what it keeps of a family: within the quarter before the registers are read. */
export function updatedOn(world: World, family: number): string {
  return addDays(world.asOf, -randomAt(world.seed, 'public-security', 'updated', family).below(90));
}
