import { area, code, date, decimal, household, text } from '../../../schema/extracts/columns.ts';
import { extractLayout } from '../../../schema/extracts/layout.ts';

/** Assistance granted to families (社会救助家庭). */
export const socialAssistance = extractLayout({
  name: 'social-assistance',
  title: '社会救助家庭',
  catalogueId: '330803/MZ/0004',
  fileName: 'mz_jiuzhu_jiating.csv',
  encoding: 'utf-8-bom',
  table: 'social_assistance',
  key: ['number'],
  asOf: 'updated_on',
  order: 1,
  columns: {
    number: text('救助证号', { required: true, max: 40 }),
    kind: code(
      '救助类别',
      { '1': 'SUBSISTENCE_ALLOWANCE', '2': 'EXTREME_HARDSHIP', '3': 'MARGINAL_LOW_INCOME', '4': 'TEMPORARY' },
      { required: true },
    ),
    monthly_amount: decimal('月救助金额', { required: true }),
    household_id: household('家庭户号'),
    starts_on: date('救助起始日期', 'YYYY年M月D日', { required: true }),
    ends_on: date('救助终止日期', 'YYYY年M月D日'),
    next_review_on: date('下次复核日期', 'YYYY年M月D日'),
    status: code('救助状态', { '1': 'ACTIVE', '2': 'SUSPENDED', '9': 'ENDED' }, { required: true }),
    area_code: area('家庭居住地区划'),
    updated_on: date('更新日期', 'YYYY年M月D日', { required: true }),
  },
});
