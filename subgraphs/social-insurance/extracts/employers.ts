import { area, creditCode, date, name, text } from '../../../schema/extracts/columns.ts';
import { extractLayout } from '../../../schema/extracts/layout.ts';

/** Employers that enrol people; one whose credit code does not check is set aside. */
export const employers = extractLayout({
  name: 'employers',
  title: '参保单位信息',
  catalogueId: '330803/SB/0002',
  fileName: 'SB_AB01_DWXX.csv',
  encoding: 'utf-8',
  table: 'employer',
  key: ['number'],
  order: 2,
  columns: {
    number: text('AAB001', { required: true, max: 20 }),
    credit_code: creditCode('AAB003', { required: true }),
    name: name('AAB004', { required: true }),
    area_code: area('AAB301'),
    updated_on: date('AAE036', 'YYYYMMDD', { required: true }),
  },
  asOf: 'updated_on',
});
