import { area, birthDate, code, date, name, person, sealed } from '../../../schema/extracts/columns.ts';
import { extractLayout } from '../../../schema/extracts/layout.ts';

/** People whom civil affairs serves (民政服务对象), as its own files describe them. */
export const serviceRecipients = extractLayout({
  name: 'service-recipients',
  title: '民政服务对象',
  catalogueId: '330803/MZ/0006',
  fileName: 'mz_fuwu_duixiang.csv',
  encoding: 'utf-8-bom',
  table: 'service_recipient',
  key: ['person_id'],
  asOf: 'updated_on',
  order: 0,
  columns: {
    person_id: person('身份证件号'),
    name: sealed(name('姓名', { required: true })),
    sex: code('性别', { '0': 'UNKNOWN', '1': 'MALE', '2': 'FEMALE', '9': 'UNSPECIFIED' }, { required: true }),
    birth_date: birthDate('出生日期', 'YYYY年M月D日', { required: true }),
    area_code: area('居住地行政区划'),
    updated_on: date('更新日期', 'YYYY年M月D日', { required: true }),
  },
});
