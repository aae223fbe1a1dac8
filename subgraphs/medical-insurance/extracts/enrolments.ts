import { area, birthDate, code, date, dateTime, flag, name, person, text } from '../../../schema/extracts/columns.ts';
import { extractLayout } from '../../../schema/extracts/layout.ts';
import {
  medicalEnrolmentStatusOf,
  medicalInsuranceStatuses,
} from '../../../schema/kit/code-tables/medical-insurance-statuses.ts';
import { medicalInsuranceTypes, medicalSchemeOf } from '../../../schema/kit/code-tables/medical-insurance-types.ts';

/** Schemes by insutype. */
const schemes = Object.fromEntries(medicalInsuranceTypes.values.map((raw) => [raw, medicalSchemeOf(raw) as string]));

/** Normalised statuses by psn_insu_stas. */
const statuses = Object.fromEntries(
  medicalInsuranceStatuses.values.map((raw) => [raw, medicalEnrolmentStatusOf(raw) as string]),
);

/** Who is enrolled in which scheme. The place of insurance need not be where the person lives. */
export const enrolments = extractLayout({
  name: 'enrolments',
  title: '医保参保信息',
  catalogueId: '330803/YB/0001',
  fileName: 'psn_insu_d.csv',
  encoding: 'utf-8',
  table: 'enrolment',
  key: ['person_id', 'scheme', 'starts_on'],
  order: 1,
  columns: {
    person_id: person('certno', { required: true }),
    name: name('psn_name', { required: true }),
    sex: code('gend', { 0: 'UNKNOWN', 1: 'MALE', 2: 'FEMALE', 9: 'UNSPECIFIED' }, { required: true }),
    birth_date: birthDate('brdy', 'YYYY-MM-DD', { required: true }),
    scheme: code('insutype', schemes, { required: true }),
    starts_on: date('begndate', 'YYYY-MM-DD', { required: true }),
    paused_on: date('paus_insu_date', 'YYYY-MM-DD'),
    status_code: text('psn_insu_stas', { required: true, max: 3 }),
    status: code('psn_insu_stas', statuses, { required: true }),
    place_code: text('insuplc_admdvs', { required: true, max: 6 }),
    subsidised: flag('asst_flag', { yes: '1', no: '0' }, { required: true }),
    area_code: area('live_admdvs'),
    updated_at: dateTime('updt_time', 'YYYY-MM-DD HH:mm:ss', { required: true }),
  },
  asOf: 'updated_at',
});
