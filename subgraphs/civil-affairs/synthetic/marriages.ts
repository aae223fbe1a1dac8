import { dateCell } from '../../../schema/synthetic/cells.ts';
import { residenceCode } from '../../../schema/synthetic/residence.ts';
import type { SyntheticExtract } from '../../../schema/synthetic/synthetic-extract.ts';
import { marriages } from '../extracts/marriages.ts';
import { updatedOn } from './updated-on.ts';

const STATUSES = { MARRIED: '1', DIVORCED: '2', WIDOWED: '3', ANNULLED: '4' };

/** Every marriage once, past ones too. */
export const marriageRows: SyntheticExtract = {
  layout: marriages,
  *rows(world) {
    for (let index = 0; index < world.families; index++) {
      const family = world.family(index);
      for (const marriage of family.marriages) {
        const [first, second] = marriage.spouses.map((spouse) => family.people[spouse]);
        if (!first || !second) continue;
        yield {
          登记证字号: marriage.certificateNumber,
          甲方身份证件号: first.idNumber,
          乙方身份证件号: second.idNumber,
          婚姻状态: STATUSES[marriage.status],
          登记日期: dateCell(marriage.registeredOn, 'YYYY年M月D日'),
          终止日期: dateCell(marriage.endedOn, 'YYYY年M月D日'),
          居住地行政区划: residenceCode(world, family, first),
          更新日期: updatedOn(world, index),
        };
      }
    }
  },
};
