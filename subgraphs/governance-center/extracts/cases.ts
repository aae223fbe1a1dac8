import { area, code, dateTime, flag, freeText, integer, text } from '../../../schema/extracts/columns.ts';
import { extractLayout } from '../../../schema/extracts/layout.ts';
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
} from './codes/case-codes.ts';

const FORM = 'YYYY-MM-DD HH:mm:ss';

/** Cases (事件). */
export const cases = extractLayout({
  name: 'cases',
  title: '事件',
  catalogueId: 'QJ-ZLZX-005',
  fileName: '事件.csv',
  encoding: 'utf-8',
  table: 'governance_case',
  key: ['number'],
  asOf: 'accepted_at',
  order: 5,
  columns: {
    number: text('事件编号', { required: true }),
    channel: code('受理渠道', intakeChannels, { required: true }),
    service: code('服务类型', serviceKinds, { required: true }),
    category: code('事项类别', caseCategories, { required: true }),
    scale: code('涉事规模', caseScales, { required: true }),
    title: text('事件标题', { required: true }),
    description: freeText('事件描述'),
    status: code('办理状态', caseStatuses, { required: true }),
    level: code('当前层级', governanceLevels, { required: true }),
    resolved_at_level: code('化解层级', governanceLevels),
    area_code: area('区划代码', { required: true }),
    grid_code: text('网格编码'),
    holder_code: text('事权单位编码'),
    tier: code('办理层次', handlingTiers),
    accepted_at: dateTime('受理时间', FORM, { required: true }),
    accepted_by: text('受理人'),
    due_at: dateTime('办理期限', FORM),
    resolved_at: dateTime('办结时间', FORM),
    closed_at: dateTime('归档时间', FORM),
    outcome_material: code('事结', outcomeGrades),
    outcome_emotional: code('心结', outcomeGrades),
    outcome_summary: freeText('办理结果'),
    follow_up_contacted_at: dateTime('回访时间', FORM),
    follow_up_respondent: code('回访对象', casePartyRoles),
    follow_up_reached: flag('是否接通', { yes: '是', no: '否' }),
    follow_up_satisfied: flag('是否满意', { yes: '满意', no: '不满意' }),
    follow_up_score: integer('评分'),
    follow_up_comment: freeText('回访意见'),
    merged_into: text('并入事件编号'),
  },
});
