import { area } from '../../../schema/extracts/columns/area.ts';
import { code } from '../../../schema/extracts/columns/code.ts';
import { date } from '../../../schema/extracts/columns/date.ts';
import { party } from '../../../schema/extracts/columns/identity-number.ts';
import { dwelling, household, previousHouseholds } from '../../../schema/extracts/columns/register-number.ts';
import { text } from '../../../schema/extracts/columns/text.ts';
import { extractLayout } from '../../../schema/extracts/layout.ts';

/** Who lives together: households of the resident population, migrants included, in their own or a rented dwelling. */
export const residentHouseholds = extractLayout({
  name: 'resident-households',
  title: '实有人口户信息',
  catalogueId: '330803/GA/0004',
  fileName: 'GA_SYRK_HXX.csv',
  encoding: 'utf-8',
  table: 'household',
  key: ['household_id'],
  order: 3,
  columns: {
    household_id: household('实有户号', { required: true }),
    number: text('实有户号', { required: true, max: 30 }),
    previous_numbers: previousHouseholds('原实有户号', ';'),
    basis: code('居住方式', { 10: 'RESIDENT', 20: 'RESIDENT', 90: 'RESIDENT' }, { required: true }),
    head_person_id: party('户主公民身份号码'),
    dwelling_id: dwelling('实有地标准地址编码'),
    area_code: area('实有地区划'),
    updated_on: date('更新日期', 'YYYYMMDD', { required: true }),
  },
  asOf: 'updated_on',
  households: { household: 'household_id', previousNumbers: 'previous_numbers', area: 'area_code' },
});
