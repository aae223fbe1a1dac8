import { dateCell } from '../../../schema/synthetic/cells.ts';
import type { SyntheticExtract } from '../../../schema/synthetic/synthetic-extract.ts';
import { memberships } from '../extracts/memberships.ts';
import { updatedOn } from './updates/updated-on.ts';

const BASES = { REGISTERED: 'H', RESIDENT: 'S' };

/** Every stay of everybody, of both registers. */
export const membershipsRows: SyntheticExtract = {
  layout: memberships,
  *rows(world) {
    for (let index = 0; index < world.families; index++) {
      const updated = updatedOn(world, index);
      for (const person of world.family(index).people) {
        for (const { basis, householdNumber, relation, from, to } of person.memberships) {
          const latest = [updated, from, to ?? from].reduce((left, right) => (left > right ? left : right));
          yield {
            户号: householdNumber,
            公民身份号码: person.idNumber,
            迁入日期: dateCell(from, 'YYYYMMDD'),
            迁出日期: dateCell(to, 'YYYYMMDD'),
            户类型: BASES[basis],
            与户主关系: relation,
            更新日期: dateCell(latest, 'YYYYMMDD'),
          };
        }
      }
    }
  },
};
