import { soilIdNumber } from './soil.ts';
import type { World } from './world.ts';

const made = new WeakMap<World, ReadonlySet<string>>();

/**
 * Cells that mark a row as belonging to somebody whom journeys follow: such rows stay clean, so that what is expected
 * of them is known exactly.
 */
export function protectedCells(world: World): ReadonlySet<string> {
  const known = made.get(world);
  if (known) return known;
  const cells = new Set<string>();
  const { everything: _, everythingAll, ...single } = world.notable;
  for (const { family } of [...everythingAll, ...Object.values(single)]) {
    const { people, registeredHouseholds, residentHouseholds, marriages, assistance } = world.family(family);
    for (const { idNumber, previousIdNumbers } of people)
      for (const number of [idNumber, ...previousIdNumbers]) cells.add(number);
    for (const { number } of [...registeredHouseholds, ...residentHouseholds]) cells.add(number);
    for (const { certificateNumber } of marriages) cells.add(certificateNumber);
    if (assistance) cells.add(assistance.number);
  }
  const { family: old, person } = world.notable.fifteenDigit;
  cells.add(soilIdNumber('fifteen-digit-id', world.family(old).people[person]?.idNumber ?? '', 0));
  for (const { matter } of everythingAll) {
    const { number, mediation, incident } = world.matter(matter);
    for (const cell of [number, mediation?.number, incident?.number]) if (cell) cells.add(cell);
  }
  made.set(world, cells);
  return cells;
}
