import { area } from '../../../schema/extracts/columns/area.ts';
import { code } from '../../../schema/extracts/columns/code.ts';
import { date } from '../../../schema/extracts/columns/date.ts';
import { party } from '../../../schema/extracts/columns/identity-number.ts';
import { dwelling, household, previousHouseholds } from '../../../schema/extracts/columns/register-number.ts';
import { text } from '../../../schema/extracts/columns/text.ts';
import { extractLayout } from '../../../schema/extracts/layout.ts';

/** Households of the hukou register. Family and collective households are REGISTERED alike. */
export const registeredHouseholds = extractLayout({
  name: 'registered-households',
  title: '户籍户信息',
  catalogueId: '330803/GA/0003',
  fileName: 'GA_HJ_HXX.csv',
  encoding: 'utf-8',
  table: 'household',
  key: ['household_id'],
  order: 3,
  columns: {
    household_id: household('户号', { required: true }),
    number: text('户号', { required: true, max: 30 }),
    previous_numbers: previousHouseholds('原户号', ';'),
    basis: code('户类别', { 1: 'REGISTERED', 2: 'REGISTERED' }, { required: true }),
    head_person_id: party('户主公民身份号码'),
    dwelling_id: dwelling('户籍地标准地址编码'),
    area_code: area('户籍地区划'),
    updated_on: date('更新日期', 'YYYYMMDD', { required: true }),
  },
  asOf: 'updated_on',
  households: { household: 'household_id', previousNumbers: 'previous_numbers', area: 'area_code' },
});
