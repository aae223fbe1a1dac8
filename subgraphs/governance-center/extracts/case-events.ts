import { code, dateTime, freeText, integer, text } from '../../../schema/extracts/columns.ts';
import { extractLayout } from '../../../schema/extracts/layout.ts';
import { legalGrounds } from '../../../schema/kit/code-tables/legal-grounds.ts';
import { byChineseLabel } from './codes/by-chinese-label.ts';
import { caseEventKinds, caseStatuses } from './codes/case-codes.ts';

/** Steps in the life of cases (事件流转记录). */
export const caseEvents = extractLayout({
  name: 'case-events',
  title: '事件流转记录',
  catalogueId: 'QJ-ZLZX-007',
  fileName: '事件流转记录.csv',
  encoding: 'utf-8',
  table: 'case_event',
  key: ['case_number', 'event_number'],
  asOf: 'at',
  columns: {
    case_number: text('事件编号', { required: true }),
    event_number: integer('流转序号', { required: true }),
    kind: code('流转动作', caseEventKinds, { required: true }),
    at: dateTime('流转时间', 'YYYY-MM-DD HH:mm:ss', { required: true }),
    by: text('经办人', { required: true }),
    organization_code: text('经办单位编码'),
    from_status: code('原状态', caseStatuses),
    to_status: code('新状态', caseStatuses),
    legal_ground: code('法律依据', byChineseLabel(legalGrounds)),
    note: freeText('流转意见'),
  },
});
