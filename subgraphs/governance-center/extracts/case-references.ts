import { code, date, text } from '../../../schema/extracts/columns.ts';
import { extractLayout } from '../../../schema/extracts/layout.ts';
import { externalSystems } from '../../../schema/kit/code-tables/external-systems.ts';
import { byChineseLabel } from './codes/by-chinese-label.ts';

/** Numbers that cases bear at other systems (外部编号). */
export const caseReferences = extractLayout({
  name: 'case-references',
  title: '事件外部编号',
  catalogueId: 'QJ-ZLZX-008',
  fileName: '事件外部编号.csv',
  encoding: 'utf-8',
  table: 'case_reference',
  key: ['system', 'number'],
  asOf: 'updated_on',
  columns: {
    system: code('外部系统', byChineseLabel(externalSystems), { required: true }),
    number: text('外部编号', { required: true }),
    case_number: text('事件编号', { required: true }),
    updated_on: date('更新日期', 'YYYY-MM-DD'),
  },
});
