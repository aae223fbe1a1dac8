import { area, code, dateTime, flag, freeText, text } from '../../../schema/extracts/columns.ts';
import { extractLayout } from '../../../schema/extracts/layout.ts';
import { gridReportItems } from '../../../schema/kit/code-tables/grid-report-items.ts';
import { byChineseLabel } from './codes/by-chinese-label.ts';

/** What grid workers reported (网格八必报). */
export const gridReports = extractLayout({
  name: 'grid-reports',
  title: '网格上报',
  catalogueId: 'QJ-ZLZX-013',
  fileName: '网格上报.csv',
  encoding: 'utf-8',
  table: 'grid_report',
  key: ['number'],
  asOf: 'at',
  columns: {
    number: text('上报编号', { required: true }),
    item: code('上报事项', byChineseLabel(gridReportItems), { required: true }),
    at: dateTime('上报时间', 'YYYY-MM-DD HH:mm:ss', { required: true }),
    grid_code: text('网格编码', { required: true }),
    area_code: area('区划代码', { required: true }),
    summary: freeText('上报内容'),
    urgent: flag('是否紧急', { yes: '是', no: '否' }, { required: true }),
    on_time: flag('是否及时', { yes: '是', no: '否' }, { required: true }),
    case_number: text('事件编号'),
  },
});
