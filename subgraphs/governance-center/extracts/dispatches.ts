import { area, code, dateTime, text } from '../../../schema/extracts/columns.ts';
import { extractLayout } from '../../../schema/extracts/layout.ts';
import { dispatchKinds } from './codes/case-codes.ts';

const FORM = 'YYYY-MM-DD HH:mm:ss';

/** Instructions to units and when they acted (指令). */
export const dispatches = extractLayout({
  name: 'dispatches',
  title: '指令',
  catalogueId: 'QJ-ZLZX-009',
  fileName: '指令.csv',
  encoding: 'utf-8',
  table: 'dispatch',
  key: ['number'],
  asOf: 'issued_at',
  columns: {
    number: text('指令编号', { required: true }),
    kind: code('指令类型', dispatchKinds, { required: true }),
    case_number: text('事件编号', { required: true }),
    unit_code: text('承接单位编码', { required: true }),
    area_code: area('区划代码', { required: true }),
    issued_at: dateTime('下达时间', FORM, { required: true }),
    received_at: dateTime('接收时间', FORM),
    contacted_at: dateTime('联系时间', FORM),
    arrived_at: dateTime('到达时间', FORM),
  },
});
