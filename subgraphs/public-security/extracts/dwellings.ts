import { area } from '../../../schema/extracts/columns/area.ts';
import { date } from '../../../schema/extracts/columns/date.ts';
import { dwelling } from '../../../schema/extracts/columns/register-number.ts';
import { sealed } from '../../../schema/extracts/columns/sealed.ts';
import { text } from '../../../schema/extracts/columns/text.ts';
import { extractLayout } from '../../../schema/extracts/layout.ts';

/** Dwellings by their standard address. */
export const dwellings = extractLayout({
  name: 'dwellings',
  title: '标准地址房屋信息',
  catalogueId: '330803/GA/0002',
  fileName: 'GA_BZDZ_FW.csv',
  encoding: 'utf-8',
  table: 'dwelling',
  key: ['dwelling_id'],
  order: 2,
  columns: {
    dwelling_id: dwelling('标准地址编码', { required: true }),
    address_code: text('标准地址编码', { required: true, max: 30 }),
    address: sealed(text('标准地址', { required: true, max: 200 })),
    area_code: area('实有地区划'),
    updated_on: date('更新日期', 'YYYYMMDD', { required: true }),
  },
  asOf: 'updated_on',
});
