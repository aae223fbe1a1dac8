import { area, code, date, flag, freeText, name, party, person, previousPersons, text } from '../../columns.ts';
import { type ExtractLayout, extractLayout } from '../../layout.ts';

/** Marriages: a subject, a party, and one of most other kinds of column. */
export const marriages = extractLayout({
  name: 'marriages',
  title: '婚姻登记信息',
  catalogueId: '330803/MZ/0001',
  fileName: 'MZ_HY.csv',
  encoding: 'utf-8-bom',
  table: 'marriage',
  key: ['number'],
  columns: {
    number: text('登记证字号', { required: true, max: 20 }),
    first_spouse_id: person('男方身份证号'),
    second_spouse_id: party('女方身份证号'),
    first_spouse_name: name('男方姓名', { required: true }),
    registered_on: date('登记日期', 'YYYY年M月D日', { required: true }),
    kind: code('登记类别', { 结婚: 'MARRIAGE', 离婚: 'DIVORCE' }, { required: true }),
    abroad: flag('涉外', { yes: '是', no: '否' }),
    area_code: area('住所区划'),
    note: freeText('备注'),
  },
  asOf: 'registered_on',
});

/** Allowances, whose rows take the area of their people. */
export const allowances = extractLayout({
  name: 'allowances',
  title: '津贴发放信息',
  catalogueId: '330803/MZ/0002',
  fileName: 'MZ_JT.csv',
  encoding: 'utf-8',
  table: 'allowance',
  key: ['number'],
  columns: { number: text('发放编号', { required: true }), person_id: person('身份证号') },
  inheritsAreaOf: 'person_id',
});

/** People with the numbers they had before. */
export const people = extractLayout({
  name: 'people',
  title: '人口信息',
  catalogueId: '330803/GA/0001',
  fileName: 'GA_RK.csv',
  encoding: 'utf-8',
  table: 'person',
  key: ['person_id'],
  columns: {
    person_id: person('公民身份号码'),
    previous_numbers: previousPersons('曾用号码', ';'),
    area_code: area('现住地区划'),
  },
  population: { person: 'person_id', previousNumbers: 'previous_numbers', area: 'area_code' },
});

export const sampleLayouts: readonly ExtractLayout[] = [marriages, allowances, people];

/** The tables that the layouts fill. */
export const SAMPLE_TABLES = `
  CREATE TABLE marriage (
    id uuid PRIMARY KEY DEFAULT uuidv7(), number text NOT NULL UNIQUE, first_spouse_id uuid NOT NULL,
    second_spouse_id uuid, first_spouse_name text NOT NULL, registered_on date NOT NULL, kind text NOT NULL,
    abroad boolean, area_code text NOT NULL, note text, batch_id uuid NOT NULL);
  CREATE INDEX ON marriage (first_spouse_id);
  CREATE INDEX ON marriage (second_spouse_id);
  CREATE INDEX ON marriage (area_code text_pattern_ops);
  CREATE TABLE allowance (
    id uuid PRIMARY KEY DEFAULT uuidv7(), number text NOT NULL UNIQUE, person_id uuid NOT NULL, area_code text NOT NULL,
    batch_id uuid NOT NULL);
  CREATE TABLE person (
    person_id uuid PRIMARY KEY, previous_numbers text[] NOT NULL, area_code text NOT NULL, batch_id uuid NOT NULL);`;
