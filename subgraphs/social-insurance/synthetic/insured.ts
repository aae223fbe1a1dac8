import type { DirtCode } from '../../../schema/synthetic/dirt.ts';
import { type Random, randomAt } from '../../../schema/synthetic/random.ts';
import { residenceCode } from '../../../schema/synthetic/residence.ts';
import { soilIdNumber } from '../../../schema/synthetic/soil.ts';
import { stain } from '../../../schema/synthetic/synthetic-extract.ts';
import type { Person, World } from '../../../schema/synthetic/world.ts';

/** Somebody whom social insurance knows, with the cells that all of the person's rows share. */
export interface Insured {
  readonly person: Person;
  /** AAC002, and the stain of those whom the agency still knows by a number of 15 digits. */
  readonly identity: { readonly AAC002: string; readonly [stain]?: DirtCode };
  /** AAB301. */
  readonly area: string;
  /** The agency's own draws about the person, the same in a layout whenever it is asked. */
  readonly random: Random;
}

/** Everybody with a pension scheme or a job, now or before, family by family. */
export function* insured(world: World, layout: string): Iterable<Insured> {
  const { fifteenDigit } = world.notable;
  for (let index = 0; index < world.families; index++) {
    const family = world.family(index);
    for (const person of family.people) {
      const { pension, employment, formerEmployments } = person.facts;
      if (!pension && !employment && formerEmployments.length === 0) continue;
      const old = index === fifteenDigit.family && person.ref.person === fifteenDigit.person;
      yield {
        person,
        identity: old
          ? { AAC002: soilIdNumber('fifteen-digit-id', person.idNumber, 0), [stain]: 'fifteen-digit-id' }
          : { AAC002: person.idNumber },
        area: residenceCode(world, family, person),
        random: randomAt(world.seed, 'social-insurance', layout, index, person.ref.person),
      };
    }
  }
}
