import { dateCell } from '../../../schema/synthetic/cells.ts';
import { residenceCode } from '../../../schema/synthetic/residence.ts';
import type { SyntheticExtract } from '../../../schema/synthetic/synthetic-extract.ts';
import type { DisputeKind } from '../../../schema/synthetic/world.ts';
import { legalAid } from '../extracts/legal-aid.ts';
import { updatedOn } from './updated-on.ts';

const STATUSES = {
  APPLIED: '已申请',
  APPROVED: '准予援助',
  REFUSED: '不予援助',
  IN_PROGRESS: '办理中',
  CLOSED: '已结案',
};

/** For what aid is asked in a dispute, by the table of legal aid matters. */
const MATTERS: Readonly<Record<DisputeKind, string>> = {
  'marriage-family': '04',
  neighbour: '07',
  'property-management': '07',
  labour: '05',
  lending: '05',
  traffic: '07',
  contract: '05',
  tort: '07',
  land: '08',
  consumer: '07',
};

/** The applications for legal aid, matter by matter. */
export const legalAidRows: SyntheticExtract = {
  layout: legalAid,
  *rows(world) {
    for (let index = 0; index < world.matters; index++) {
      const aid = world.matter(index).legalAid;
      if (!aid) continue;
      const family = world.family(aid.person.family);
      const person = family.people[aid.person.person];
      if (!person) continue;
      yield {
        援助编号: aid.number,
        申请人证件号码: person.idNumber,
        申请人居住地区划: residenceCode(world, family, person),
        援助事项: MATTERS[aid.matter],
        办理状态: STATUSES[aid.status],
        申请日期: dateCell(aid.appliedOn, 'YYYY/M/D'),
        决定日期: dateCell(aid.decidedOn, 'YYYY/M/D'),
        办理期限: dateCell(aid.dueOn, 'YYYY/M/D'),
        免予经济状况审查: aid.meansTestExempt ? '是' : '否',
        更新日期: dateCell(updatedOn(world, aid.number, aid.decidedOn ?? aid.appliedOn), 'YYYY/M/D'),
      };
    }
  },
};
