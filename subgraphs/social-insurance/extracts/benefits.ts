import { code, date, decimal, person, text } from '../../../schema/extracts/columns.ts';
import { extractLayout } from '../../../schema/extracts/layout.ts';
import { socialInsuranceSchemes } from '../../../schema/kit/code-tables/social-insurance-schemes.ts';

/** Schemes are kept as AAE140 names them, like those of the contributions. */
const schemeCodes = Object.fromEntries(socialInsuranceSchemes.values.map((raw) => [raw, raw]));

/** What social insurance pays month by month. The extract does not say where people live. */
export const benefits = extractLayout({
  name: 'benefits',
  title: '待遇发放信息',
  catalogueId: '330803/SB/0005',
  fileName: 'SB_AC61_DYFF.csv',
  encoding: 'utf-8',
  table: 'benefit',
  key: ['number'],
  order: 4,
  columns: {
    number: text('AAZ257', { required: true, max: 30 }),
    person_id: person('AAC002', { required: true }),
    scheme_code: code('AAE140', schemeCodes, { required: true }),
    kind_code: text('AAA036', { required: true, max: 10 }),
    monthly_amount: decimal('AAE129'),
    starts_on: date('AAE030', 'YYYYMMDD', { required: true }),
    ends_on: date('AAE031', 'YYYYMMDD'),
    status: code('AAE116', { 1: 'PAYING', 2: 'SUSPENDED', 3: 'ENDED' }, { required: true }),
    updated_on: date('AAE036', 'YYYYMMDD', { required: true }),
  },
  asOf: 'updated_on',
  inheritsAreaOf: 'person_id',
});
