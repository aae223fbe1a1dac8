import { area, code, date, person } from '../../../schema/extracts/columns.ts';
import { extractLayout } from '../../../schema/extracts/layout.ts';

/** Care tags (关爱对象): to which group of people in care somebody belongs. */
export const careTags = extractLayout({
  name: 'care-tags',
  title: '关爱对象',
  catalogueId: '330803/MZ/0002',
  fileName: 'mz_guanai_duixiang.csv',
  encoding: 'utf-8-bom',
  table: 'care_tag',
  key: ['person_id', 'kind', 'since'],
  asOf: 'updated_on',
  columns: {
    person_id: person('身份证件号'),
    kind: code(
      '关爱类别',
      {
        DJLR: 'LIVES_ALONE_ELDERLY',
        GLLR: 'ADVANCED_AGE',
        TKRY: 'EXTREME_HARDSHIP',
        LSET: 'LEFT_BEHIND_CHILD',
        GE: 'ORPHAN',
        ZDCJ: 'SEVERE_DISABILITY',
      },
      { required: true },
    ),
    since: date('认定日期', 'YYYY年M月D日', { required: true }),
    until: date('终止日期', 'YYYY年M月D日'),
    area_code: area('居住地行政区划'),
    updated_on: date('更新日期', 'YYYY年M月D日', { required: true }),
  },
});
