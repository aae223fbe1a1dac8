import { area, code, date, list, text } from '../../../schema/extracts/columns.ts';
import { extractLayout } from '../../../schema/extracts/layout.ts';
import { gridKinds } from './codes/place-codes.ts';

/** Grids with their responsibility lists (网格及职责清单). */
export const grids = extractLayout({
  name: 'grids',
  title: '网格',
  catalogueId: 'QJ-ZLZX-003',
  fileName: '网格.csv',
  encoding: 'utf-8',
  table: 'grid',
  key: ['code'],
  order: 3,
  asOf: 'updated_on',
  columns: {
    code: text('网格编码', { required: true }),
    name: text('网格名称', { required: true }),
    kind: code('网格类型', gridKinds, { required: true }),
    area_code: area('区划代码', { required: true }),
    duties: list('职责编码', ';'),
    valid_from: date('启用日期', 'YYYY-MM-DD', { required: true }),
    valid_to: date('停用日期', 'YYYY-MM-DD'),
    updated_on: date('更新日期', 'YYYY-MM-DD'),
  },
});
