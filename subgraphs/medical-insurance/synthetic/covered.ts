import { dayNumber, dayText } from '../../../schema/synthetic/calendar.ts';
import { type Random, randomAt } from '../../../schema/synthetic/random.ts';
import { residenceCode } from '../../../schema/synthetic/residence.ts';
import type { MedicalCover, Person, World } from '../../../schema/synthetic/world.ts';

/** Somebody with medical cover, and what all of the person's rows share. */
export interface Covered {
  readonly person: Person;
  readonly medical: MedicalCover;
  /** live_admdvs. */
  readonly area: string;
  /** updt_time: within the last year, after everything told. */
  readonly changed: (told: string) => string;
  readonly random: Random;
}

const LONGEST_UNCHANGED = 330;

/** Everybody with medical cover, family by family. */
export function* covered(world: World, layout: string): Iterable<Covered> {
  const latest = dayNumber(world.asOf) - 1;
  for (let index = 0; index < world.families; index++) {
    const family = world.family(index);
    for (const person of family.people) {
      const { medical } = person.facts;
      if (!medical) continue;
      const random = randomAt(world.seed, 'medical-insurance', layout, index, person.ref.person);
      yield {
        person,
        medical,
        area: residenceCode(world, family, person),
        changed: (told) => {
          const earliest = Math.max(latest - LONGEST_UNCHANGED, Math.min(dayNumber(told), latest));
          const hour = String(random.between(8, 17)).padStart(2, '0');
          return `${dayText(random.between(earliest, latest))} ${hour}:${random.between(10, 59)}:00`;
        },
        random,
      };
    }
  }
}
