import { area, code, date, dateTime, person } from '../../../schema/extracts/columns.ts';
import { extractLayout } from '../../../schema/extracts/layout.ts';
import { chronicDiseases } from '../../../schema/kit/code-tables/chronic-diseases.ts';

/** Diseases of the region's list, kept as they come. */
const diseases = Object.fromEntries(chronicDiseases.values.map((raw) => [raw, raw]));

/** Whom a chronic disease entitles to benefits outside hospital. */
export const chronicEntitlements = extractLayout({
  name: 'chronic-entitlements',
  title: '门诊慢特病备案信息',
  catalogueId: '330803/YB/0002',
  fileName: 'psn_opsp_reg_d.csv',
  encoding: 'utf-8',
  table: 'chronic_entitlement',
  key: ['person_id', 'disease_code', 'starts_on'],
  order: 2,
  columns: {
    person_id: person('certno', { required: true }),
    disease_code: code('opsp_dise_code', diseases, { required: true }),
    starts_on: date('begndate', 'YYYY-MM-DD', { required: true }),
    ends_on: date('enddate', 'YYYY-MM-DD'),
    area_code: area('live_admdvs'),
    updated_at: dateTime('updt_time', 'YYYY-MM-DD HH:mm:ss', { required: true }),
  },
  asOf: 'updated_at',
});
