import { disputeKinds } from '../../../schema/kit/code-tables/dispute-kinds.ts';
import { dateCell, dateTimeCell } from '../../../schema/synthetic/cells.ts';
import type { SyntheticExtract } from '../../../schema/synthetic/synthetic-extract.ts';
import { mediations } from '../extracts/mediations.ts';
import { allMediations } from './all-mediations.ts';
import { disputeKindCode } from './dispute-kind-code.ts';
import { updatedOn } from './updated-on.ts';

const SCALES = { INDIVIDUAL: '01', GENERAL_GROUP: '02', MAJOR_GROUP: '03' };
const STATUSES = {
  ACCEPTED: '已受理',
  IN_PROGRESS: '调解中',
  AGREED: '调解成功',
  FAILED: '调解失败',
  WITHDRAWN: '撤回',
};
const FORMS = { WRITTEN: '书面', ORAL: '口头' };
const CONFIRMATIONS = {
  NOT_APPLIED: '未申请',
  APPLIED: '已申请',
  CONFIRMED: '已确认',
  REFUSED: '不予确认',
  LAPSED: '逾期',
};

/** Every mediation once, with its agreement. */
export const mediationRows: SyntheticExtract = {
  layout: mediations,
  *rows(world) {
    for (const mediation of allMediations(world)) {
      const { agreement, acceptedAt, concludedAt } = mediation;
      const confirmation = agreement?.confirmation;
      const lastDay = confirmation?.appliedOn ?? (concludedAt ?? acceptedAt).slice(0, 10);
      yield {
        调解编号: mediation.number,
        治理中心事项编号: mediation.matterNumber ?? '',
        纠纷类型: disputeKinds.labelZh(disputeKindCode[mediation.kind]),
        纠纷规模: SCALES[mediation.scale],
        调解组织编号: world.mediationOrganizations[mediation.organization]?.code ?? '',
        发生地区划: mediation.areaCode,
        受理时间: dateTimeCell(acceptedAt, 'YYYY/M/D H:mm'),
        办结时间: dateTimeCell(concludedAt, 'YYYY/M/D H:mm'),
        调解状态: STATUSES[mediation.status],
        协议形式: agreement ? FORMS[agreement.form] : '',
        协议签订日期: dateCell(agreement?.signedOn, 'YYYY/M/D'),
        '协议金额(元)': agreement?.amount ?? '',
        是否履行: performedCell(agreement?.performed),
        司法确认: confirmation ? CONFIRMATIONS[confirmation.status] : '',
        司法确认申请日期: dateCell(confirmation?.appliedOn, 'YYYY/M/D'),
        更新日期: dateCell(updatedOn(world, mediation.number, lastDay), 'YYYY/M/D'),
      };
    }
  },
};

const performedCell = (performed: boolean | null | undefined): string =>
  performed === null || performed === undefined ? '' : performed ? '是' : '否';
