import { dateCell } from '../../../schema/synthetic/cells.ts';
import type { SyntheticExtract } from '../../../schema/synthetic/synthetic-extract.ts';
import { allowances } from '../extracts/allowances.ts';
import { updatedOn } from './updated-on.ts';

const KINDS = { ADVANCED_AGE: '11', DISABILITY_LIVING: '21', DISABILITY_NURSING: '22', ORPHAN: '31' };
const STATUSES = { ACTIVE: '1', SUSPENDED: '2', ENDED: '9' };

/** Every allowance once; the file tells no place. */
export const allowanceRows: SyntheticExtract = {
  layout: allowances,
  *rows(world) {
    for (let index = 0; index < world.families; index++) {
      for (const { idNumber, ref, facts } of world.family(index).people) {
        for (const { kind, monthlyAmount, from, to, status } of facts.allowances) {
          yield {
            发放编号: `JT${KINDS[kind]}${String(index).padStart(7, '0')}${String(ref.person).padStart(2, '0')}`,
            身份证件号: idNumber,
            津贴种类: KINDS[kind],
            月标准: monthlyAmount,
            起发日期: dateCell(from, 'YYYY年M月D日'),
            停发日期: dateCell(to, 'YYYY年M月D日'),
            发放状态: STATUSES[status],
            更新日期: updatedOn(world, index),
          };
        }
      }
    }
  },
};
