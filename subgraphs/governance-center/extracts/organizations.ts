import { area, code, creditCode, date, integer, text } from '../../../schema/extracts/columns.ts';
import { extractLayout } from '../../../schema/extracts/layout.ts';
import { governanceLevels } from './codes/case-codes.ts';
import { organizationKinds, stationings, townBoards } from './codes/place-codes.ts';

/** Bodies that can hold a case (事权单位). */
export const organizations = extractLayout({
  name: 'organizations',
  title: '事权单位',
  catalogueId: 'QJ-ZLZX-002',
  fileName: '事权单位.csv',
  encoding: 'utf-8',
  table: 'organization',
  key: ['code'],
  order: 2,
  asOf: 'updated_on',
  columns: {
    code: text('单位编码', { required: true }),
    name: text('单位名称', { required: true }),
    kind: code('单位类型', organizationKinds, { required: true }),
    credit_code: creditCode('统一社会信用代码'),
    stationing: code('入驻方式', stationings),
    board: code('所属板块', townBoards),
    area_code: area('区划代码', { required: true }),
    level: code('层级', governanceLevels, { required: true }),
    duty_weekday: integer('轮驻星期'),
    updated_on: date('更新日期', 'YYYY-MM-DD'),
  },
});
