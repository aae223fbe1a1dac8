import { dateCell } from '../../../schema/synthetic/cells.ts';
import type { SyntheticExtract } from '../../../schema/synthetic/synthetic-extract.ts';
import { insuredPeople } from '../extracts/insured-people.ts';
import { insured } from './insured.ts';
import { lastChange } from './last-change.ts';

/** Everybody whom social insurance knows, as it describes them itself. */
export const insuredPeopleRows: SyntheticExtract = {
  layout: insuredPeople,
  *rows(world) {
    for (const { person, identity, area, random } of insured(world, insuredPeople.name)) {
      yield {
        ...identity,
        AAC003: person.name,
        AAC004: person.sex,
        AAC006: dateCell(person.birthDate, 'YYYYMMDD'),
        AAB301: area,
        AAE036: lastChange(world, random, null),
      };
    }
  },
};
