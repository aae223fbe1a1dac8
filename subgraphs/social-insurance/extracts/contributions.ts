import { area, code, date, decimal, month, person } from '../../../schema/extracts/columns.ts';
import { extractLayout } from '../../../schema/extracts/layout.ts';
import { socialInsuranceSchemes } from '../../../schema/kit/code-tables/social-insurance-schemes.ts';

/** Schemes are kept as AAE140 names them: a third of the length, millions of times. */
const schemeCodes = Object.fromEntries(socialInsuranceSchemes.values.map((raw) => [raw, raw]));

/** What was due for each person, scheme and month, and when it was paid. */
export const contributions = extractLayout({
  name: 'contributions',
  title: '人员缴费明细',
  catalogueId: '330803/SB/0004',
  fileName: 'SB_AC43_JFMX.csv',
  encoding: 'utf-8',
  table: 'contribution',
  key: ['person_id', 'scheme_code', 'month'],
  order: 5,
  columns: {
    person_id: person('AAC002', { required: true }),
    scheme_code: code('AAE140', schemeCodes, { required: true }),
    month: month('AAE003', { required: true }),
    base: decimal('AAE180', { required: true }),
    personal_amount: decimal('AAE022', { required: true }),
    employer_amount: decimal('AAE020', { required: true }),
    paid_on: date('AAE079', 'YYYYMMDD'),
    area_code: area('AAB301'),
  },
  asOf: 'paid_on',
});
