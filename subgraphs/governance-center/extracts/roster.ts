import { area, date, dwelling, household, list, person, text } from '../../../schema/extracts/columns.ts';
import { extractLayout } from '../../../schema/extracts/layout.ts';

/** Residents by household and grid, with the reason to look in on some (网格走访名册). */
export const roster = extractLayout({
  name: 'roster',
  title: '网格走访名册',
  catalogueId: 'QJ-ZLZX-014',
  fileName: '网格走访名册.csv',
  encoding: 'utf-8',
  table: 'roster',
  key: ['person_id'],
  asOf: 'updated_on',
  columns: {
    person_id: person('证件号码'),
    household_id: household('居住户号'),
    dwelling_id: dwelling('标准地址编码'),
    grid_code: text('网格编码', { required: true }),
    area_code: area('区划代码', { required: true }),
    care_kinds: list('关爱类别', ';'),
    updated_on: date('更新日期', 'YYYY-MM-DD'),
  },
});
