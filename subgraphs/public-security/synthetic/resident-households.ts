import { dateCell } from '../../../schema/synthetic/cells.ts';
import type { SyntheticExtract } from '../../../schema/synthetic/synthetic-extract.ts';
import { residentHouseholds } from '../extracts/resident-households.ts';
import { updatedOn } from './updates/updated-on.ts';

const OWN = '10';
const RENTED = '20';

/** Who lives together; migrants rent. */
export const residentHouseholdsRows: SyntheticExtract = {
  layout: residentHouseholds,
  *rows(world) {
    for (let index = 0; index < world.families; index++) {
      const family = world.family(index);
      const updated = dateCell(updatedOn(world, index), 'YYYYMMDD');
      for (const { number, head, dwelling } of family.residentHouseholds) {
        const chief = head === null ? undefined : family.people[head];
        yield {
          实有户号: number,
          居住方式: chief?.registration === 'FLOATING' ? RENTED : OWN,
          户主公民身份号码: chief?.idNumber ?? '',
          实有地标准地址编码: dwelling.addressCode,
          实有地区划: dwelling.areaCode,
          更新日期: updated,
        };
      }
    }
  },
};
