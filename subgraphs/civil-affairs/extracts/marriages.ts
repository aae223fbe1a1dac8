import { area, code, date, person, text } from '../../../schema/extracts/columns.ts';
import { extractLayout } from '../../../schema/extracts/layout.ts';

/** Marriages (婚姻登记), first signatory first. */
export const marriages = extractLayout({
  name: 'marriages',
  title: '婚姻登记',
  catalogueId: '330803/MZ/0001',
  fileName: 'mz_hunyin_dengji.csv',
  encoding: 'utf-8-bom',
  table: 'marriage',
  key: ['certificate_number'],
  asOf: 'updated_on',
  columns: {
    certificate_number: text('登记证字号', { required: true, max: 40 }),
    first_spouse_id: person('甲方身份证件号'),
    second_spouse_id: person('乙方身份证件号'),
    status: code('婚姻状态', { '1': 'MARRIED', '2': 'DIVORCED', '3': 'WIDOWED', '4': 'ANNULLED' }, { required: true }),
    registered_on: date('登记日期', 'YYYY年M月D日', { required: true }),
    ended_on: date('终止日期', 'YYYY年M月D日'),
    area_code: area('居住地行政区划'),
    updated_on: date('更新日期', 'YYYY年M月D日', { required: true }),
  },
});
