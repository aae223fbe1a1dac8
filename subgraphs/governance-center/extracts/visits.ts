import { area, dateTime, dwelling, freeText, household, list, text } from '../../../schema/extracts/columns.ts';
import { extractLayout } from '../../../schema/extracts/layout.ts';

/** Visits to households (走访记录). */
export const visits = extractLayout({
  name: 'visits',
  title: '走访记录',
  catalogueId: 'QJ-ZLZX-012',
  fileName: '走访记录.csv',
  encoding: 'utf-8',
  table: 'household_visit',
  key: ['number'],
  asOf: 'at',
  columns: {
    number: text('走访编号', { required: true }),
    household_id: household('居住户号'),
    dwelling_id: dwelling('标准地址编码'),
    team_code: text('小组编码', { required: true }),
    area_code: area('区划代码', { required: true }),
    at: dateTime('走访时间', 'YYYY-MM-DD HH:mm:ss', { required: true }),
    findings: freeText('走访发现'),
    case_numbers: list('移交事件编号', ';'),
  },
});
