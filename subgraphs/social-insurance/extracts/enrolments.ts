import { area, code, date, person, text } from '../../../schema/extracts/columns.ts';
import { extractLayout } from '../../../schema/extracts/layout.ts';
import { socialInsuranceSchemes } from '../../../schema/kit/code-tables/social-insurance-schemes.ts';
import {
  enrolmentStatusOf,
  socialInsuranceStatuses,
} from '../../../schema/kit/code-tables/social-insurance-statuses.ts';

/** Schemes are kept as AAE140 names them, like those of the contributions. */
const schemeCodes = Object.fromEntries(socialInsuranceSchemes.values.map((raw) => [raw, raw]));

/** Normalised statuses by AAC031. */
const statuses = Object.fromEntries(
  socialInsuranceStatuses.values.map((raw) => [raw, enrolmentStatusOf(raw) ?? 'NONE']),
);

/** Who is or was enrolled in which scheme, by whom. */
export const enrolments = extractLayout({
  name: 'enrolments',
  title: '人员参保信息',
  catalogueId: '330803/SB/0003',
  fileName: 'SB_AC02_CBXX.csv',
  encoding: 'utf-8',
  table: 'enrolment',
  key: ['person_id', 'scheme_code', 'starts_on'],
  order: 3,
  columns: {
    person_id: person('AAC002', { required: true }),
    scheme_code: code('AAE140', schemeCodes, { required: true }),
    starts_on: date('AAE030', 'YYYYMMDD', { required: true }),
    ends_on: date('AAE031', 'YYYYMMDD'),
    employer_number: text('AAB001', { max: 20 }),
    status_code: text('AAC031', { required: true, max: 3 }),
    status: code('AAC031', statuses, { required: true }),
    area_code: area('AAB301'),
    updated_on: date('AAE036', 'YYYYMMDD', { required: true }),
  },
  asOf: 'updated_on',
});
