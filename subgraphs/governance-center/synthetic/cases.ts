import { dateTimeCell } from '../../../schema/synthetic/cells.ts';
import type { SyntheticExtract } from '../../../schema/synthetic/synthetic-extract.ts';
import type { Matter, MatterFollowUp, World } from '../../../schema/synthetic/world.ts';
import { cases } from '../extracts/cases.ts';
import {
  caseCategories,
  casePartyRoles,
  caseScales,
  caseStatuses,
  governanceLevels,
  handlingTiers,
  intakeChannels,
  outcomeGrades,
  serviceKinds,
} from '../extracts/codes/case-codes.ts';
import { rawCode } from '../extracts/codes/raw-code.ts';

const raw = {
  channel: rawCode(intakeChannels),
  service: rawCode(serviceKinds),
  category: rawCode(caseCategories),
  scale: rawCode(caseScales),
  status: rawCode(caseStatuses),
  level: rawCode(governanceLevels),
  tier: rawCode(handlingTiers),
  grade: rawCode(outcomeGrades),
  role: rawCode(casePartyRoles),
};
const time = (instant: string | null | undefined) => dateTimeCell(instant, 'YYYY-MM-DD HH:mm:ss');
const flag = (value: boolean | null | undefined, yes: string, no: string) => (value == null ? '' : value ? yes : no);

/** Every matter of the year. */
export const casesRows: SyntheticExtract = {
  layout: cases,
  *rows(world) {
    for (let index = 0; index < world.matters; index++) {
      const matter = world.matter(index);
      yield { ...caseCells(world, matter), ...followUpCells(matter.followUp) };
    }
  },
};

const caseCells = (world: World, matter: Matter) => ({
  事件编号: matter.number,
  受理渠道: raw.channel(matter.channel),
  服务类型: raw.service(matter.service),
  事项类别: raw.category(matter.category),
  涉事规模: raw.scale(matter.scale),
  事件标题: matter.title,
  事件描述: matter.description,
  办理状态: raw.status(matter.status),
  当前层级: raw.level(matter.level),
  化解层级: raw.level(matter.resolvedAtLevel),
  区划代码: matter.areaCode,
  网格编码: world.grids[matter.grid]?.code ?? '',
  事权单位编码: world.organizations[matter.holder]?.code ?? '',
  办理层次: raw.tier(matter.tier),
  受理时间: time(matter.acceptedAt),
  受理人: matter.acceptedBy,
  办理期限: time(matter.dueAt),
  办结时间: time(matter.resolvedAt),
  归档时间: time(matter.closedAt),
  事结: raw.grade(matter.outcome?.material ?? null),
  心结: raw.grade(matter.outcome?.emotional ?? null),
  办理结果: matter.outcome?.summary ?? '',
  并入事件编号: matter.mergedInto ?? '',
  更新时间: time(matter.events.at(-1)?.at ?? matter.acceptedAt),
});

const followUpCells = (followUp: MatterFollowUp | null) => ({
  回访时间: time(followUp?.contactedAt),
  回访对象: raw.role(followUp?.respondent ?? null),
  是否接通: flag(followUp?.reached, '是', '否'),
  是否满意: flag(followUp?.satisfied, '满意', '不满意'),
  评分: followUp?.score == null ? '' : String(followUp.score),
  回访意见: followUp?.comment ?? '',
});
