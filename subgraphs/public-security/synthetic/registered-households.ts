import { dateCell } from '../../../schema/synthetic/cells.ts';
import type { SyntheticExtract } from '../../../schema/synthetic/synthetic-extract.ts';
import { registeredHouseholds } from '../extracts/registered-households.ts';
import { updatedOn } from './updates/updated-on.ts';

/** Households of the hukou; those that a move, split or merger dissolved have no head any more. */
export const registeredHouseholdsRows: SyntheticExtract = {
  layout: registeredHouseholds,
  *rows(world) {
    for (let index = 0; index < world.families; index++) {
      const family = world.family(index);
      const updated = dateCell(updatedOn(world, index), 'YYYYMMDD');
      for (const { number, head, dwelling } of family.registeredHouseholds) {
        yield {
          户号: number,
          户类别: '1',
          户主公民身份号码: (head !== null && family.people[head]?.idNumber) || '',
          户籍地标准地址编码: dwelling.addressCode,
          户籍地区划: dwelling.areaCode,
          更新日期: updated,
        };
      }
    }
  },
};
