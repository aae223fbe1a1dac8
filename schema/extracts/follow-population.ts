import type { Database } from '../register/database.ts';
import type { LinkRegister } from './link-register.ts';
import { refreshInheritedAreas } from './refresh-inherited-areas.ts';
import { relinkSuperseded } from './relink-superseded.ts';

/**
 * Lets every register follow what a population extract told: who turned out to be one person or household, and where
 * people live now. Answers how many rows changed, by department.
 */
export async function followPopulation(
  databases: ReadonlyMap<string, Database>,
  link: LinkRegister,
): Promise<Map<string, number>> {
  const changed = new Map<string, number>();
  for (const [department, database] of databases) {
    const relinked = await relinkSuperseded(department, database, link);
    changed.set(department, relinked + (await refreshInheritedAreas(department, database, link)));
  }
  return changed;
}
