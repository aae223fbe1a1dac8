import { dateCell } from '../../../schema/synthetic/cells.ts';
import type { SyntheticExtract } from '../../../schema/synthetic/synthetic-extract.ts';
import { socialAssistance } from '../extracts/social-assistance.ts';
import { updatedOn } from './updated-on.ts';

const KINDS = { SUBSISTENCE_ALLOWANCE: '1', EXTREME_HARDSHIP: '2', MARGINAL_LOW_INCOME: '3', TEMPORARY: '4' };
const STATUSES = { ACTIVE: '1', SUSPENDED: '2', ENDED: '9' };

/** The assistance of every assisted family that a household is known for. */
export const socialAssistanceRows: SyntheticExtract = {
  layout: socialAssistance,
  *rows(world) {
    for (let index = 0; index < world.families; index++) {
      const { assistance, residentHouseholds, registeredHouseholds, village } = world.family(index);
      if (!assistance?.householdNumber) continue;
      const home = [...residentHouseholds, ...registeredHouseholds].find(
        ({ number }) => number === assistance.householdNumber,
      );
      yield {
        救助证号: assistance.number,
        家庭户号: assistance.householdNumber,
        救助类别: KINDS[assistance.kind],
        月救助金额: assistance.monthlyAmount,
        救助起始日期: dateCell(assistance.from, 'YYYY年M月D日'),
        救助终止日期: dateCell(assistance.to, 'YYYY年M月D日'),
        下次复核日期: dateCell(assistance.nextReviewOn, 'YYYY年M月D日'),
        救助状态: STATUSES[assistance.status],
        家庭居住地区划: home?.dwelling.areaCode ?? world.villages[village]?.code ?? '',
        更新日期: updatedOn(world, index),
      };
    }
  },
};
