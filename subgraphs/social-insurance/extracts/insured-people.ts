import { area, birthDate, code, date, name, person, sealed } from '../../../schema/extracts/columns.ts';
import { extractLayout } from '../../../schema/extracts/layout.ts';

/** Everybody whom social insurance knows, once each. */
export const insuredPeople = extractLayout({
  name: 'insured-people',
  title: '参保人员基本信息',
  catalogueId: '330803/SB/0001',
  fileName: 'SB_AC01_RYJBXX.csv',
  encoding: 'utf-8',
  table: 'insured_person',
  key: ['person_id'],
  order: 1,
  columns: {
    person_id: person('AAC002', { required: true }),
    name: sealed(name('AAC003', { required: true })),
    sex: code('AAC004', { 0: 'UNKNOWN', 1: 'MALE', 2: 'FEMALE', 9: 'UNSPECIFIED' }, { required: true }),
    birth_date: birthDate('AAC006', 'YYYYMMDD', { required: true }),
    area_code: area('AAB301'),
    updated_on: date('AAE036', 'YYYYMMDD', { required: true }),
  },
  asOf: 'updated_on',
});
