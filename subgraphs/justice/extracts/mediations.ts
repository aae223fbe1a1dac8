import { area, code, date, dateTime, decimal, flag, text } from '../../../schema/extracts/columns.ts';
import { extractLayout } from '../../../schema/extracts/layout.ts';
import { disputeKinds } from '../../../schema/kit/code-tables/dispute-kinds.ts';

/** The bureau writes kinds of dispute in words; the register keeps their codes. */
const kinds = Object.fromEntries(disputeKinds.values.map((kind) => [disputeKinds.labelZh(kind), kind]));

/** People's mediations (人民调解案件), each with the agreement it led to and where judicial confirmation stands. */
export const mediations = extractLayout({
  name: 'mediations',
  title: '人民调解案件',
  catalogueId: '330803/SF/0001',
  fileName: '人民调解案件.csv',
  encoding: 'gb18030',
  table: 'mediation',
  key: ['number'],
  asOf: 'updated_on',
  order: 3,
  columns: {
    number: text('调解编号', { required: true, max: 40 }),
    case_number: text('治理中心事项编号', { max: 40 }),
    kind: code('纠纷类型', kinds, { required: true }),
    scale: code('纠纷规模', { '01': 'INDIVIDUAL', '02': 'GENERAL_GROUP', '03': 'MAJOR_GROUP' }, { required: true }),
    organization_number: text('调解组织编号', { max: 40 }),
    area_code: area('发生地区划'),
    accepted_at: dateTime('受理时间', 'YYYY/M/D H:mm', { required: true }),
    concluded_at: dateTime('办结时间', 'YYYY/M/D H:mm'),
    status: code(
      '调解状态',
      { 已受理: 'ACCEPTED', 调解中: 'IN_PROGRESS', 调解成功: 'AGREED', 调解失败: 'FAILED', 撤回: 'WITHDRAWN' },
      { required: true },
    ),
    agreement_form: code('协议形式', { 书面: 'WRITTEN', 口头: 'ORAL' }),
    agreement_signed_on: date('协议签订日期', 'YYYY/M/D'),
    agreement_amount: decimal('协议金额(元)'),
    agreement_performed: flag('是否履行', { yes: '是', no: '否' }),
    confirmation_status: code('司法确认', {
      未申请: 'NOT_APPLIED',
      已申请: 'APPLIED',
      已确认: 'CONFIRMED',
      不予确认: 'REFUSED',
      逾期: 'LAPSED',
    }),
    confirmation_applied_on: date('司法确认申请日期', 'YYYY/M/D'),
    updated_on: date('更新日期', 'YYYY/M/D', { required: true }),
  },
});
