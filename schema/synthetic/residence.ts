import type { Family, Person } from './family.ts';
import type { World } from './world.ts';

/**
 * Code of the village or community that registers with a residence code write for a person: where the person lives, or
 * the family's own village for those who live outside the district or live no more.
 */
export function residenceCode(world: World, family: Family, person: Person): string {
  const home =
    person.residentHouseholdNumber === null
      ? undefined
      : family.residentHouseholds.find(({ number }) => number === person.residentHouseholdNumber);
  return home?.dwelling.areaCode ?? world.villages[family.village]?.code ?? '';
}
