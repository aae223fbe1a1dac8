import { randomAt } from '../../../schema/synthetic/random.ts';
import type { SyntheticExtract } from '../../../schema/synthetic/synthetic-extract.ts';
import { employers } from '../extracts/employers.ts';
import { employerNumber } from './employer-number.ts';
import { lastChange } from './last-change.ts';

/** Every employer of the world, with or without people at work. */
export const employerRows: SyntheticExtract = {
  layout: employers,
  *rows(world) {
    for (const { index, creditCode, name, areaCode } of world.employers) {
      yield {
        AAB001: employerNumber(index),
        AAB003: creditCode,
        AAB004: name,
        AAB301: areaCode,
        AAE036: lastChange(world, randomAt(world.seed, 'social-insurance', employers.name, index), null),
      };
    }
  },
};
