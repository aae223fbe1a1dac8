import { area, code, date, text } from '../../../schema/extracts/columns.ts';
import { extractLayout } from '../../../schema/extracts/layout.ts';
import { areaLevels } from './codes/place-codes.ts';

/** Divisions of the district (行政区划). */
export const areas = extractLayout({
  name: 'areas',
  title: '行政区划',
  catalogueId: 'QJ-ZLZX-001',
  fileName: '行政区划.csv',
  encoding: 'utf-8',
  table: 'area',
  key: ['code'],
  order: 1,
  asOf: 'updated_on',
  columns: {
    code: area('区划代码', { required: true }),
    name: text('区划名称', { required: true }),
    level: code('区划级别', areaLevels, { required: true }),
    parent_code: text('上级区划代码'),
    updated_on: date('更新日期', 'YYYY-MM-DD'),
  },
});
