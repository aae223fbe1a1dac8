import { area } from '../../../schema/extracts/columns/area.ts';
import { code } from '../../../schema/extracts/columns/code.ts';
import { birthDate, date } from '../../../schema/extracts/columns/date.ts';
import { identityNumber, person, previousPersons } from '../../../schema/extracts/columns/identity-number.ts';
import { household } from '../../../schema/extracts/columns/register-number.ts';
import { derived, sealed } from '../../../schema/extracts/columns/sealed.ts';
import { name, text } from '../../../schema/extracts/columns/text.ts';
import { extractLayout } from '../../../schema/extracts/layout.ts';
import { identityDocumentKindOf, identityDocuments } from '../../../schema/kit/code-tables/identity-documents.ts';
import { maskIdNumber } from '../../../schema/kit/masking/mask-id-number.ts';
import { maskName } from '../../../schema/kit/masking/mask-name.ts';
import { familyRelationCodes } from './codes/family-relation-codes.ts';

/** Kinds of identity document by their code in GA/T 517. */
const documentKinds = Object.fromEntries(
  identityDocuments.values.map((raw) => [raw, identityDocumentKindOf(raw) ?? 'OTHER']),
);

/** Everybody on the population register, once each: the registered and those who only live here. */
export const people = extractLayout({
  name: 'people',
  title: '人口基本信息',
  catalogueId: '330803/GA/0001',
  fileName: 'GA_RK_JBXX.csv',
  encoding: 'utf-8',
  table: 'person',
  key: ['person_id'],
  order: 1,
  columns: {
    person_id: person('公民身份号码', { required: true }),
    id_number: identityNumber('公民身份号码', { required: true }),
    masked_id_number: derived('公民身份号码', ['id_number'], ([number = '']) => maskIdNumber(number)),
    previous_id_numbers: previousPersons('曾用公民身份号码', ';'),
    document_kind: code('证件种类', documentKinds, { required: true }),
    name: sealed(name('姓名', { required: true })),
    masked_name: derived('姓名', ['name'], ([whole = '']) => maskName(whole)),
    name_token: derived('姓名', ['name', 'birth_date'], (particulars, seal) => seal.token(...particulars)),
    former_name: sealed(name('曾用名')),
    sex: code('性别', { 0: 'UNKNOWN', 1: 'MALE', 2: 'FEMALE', 9: 'UNSPECIFIED' }, { required: true }),
    birth_date: birthDate('出生日期', 'YYYYMMDD', { required: true }),
    phone: sealed(text('联系电话', { max: 30 })),
    status: code('人员状态', { 1: 'ALIVE', 2: 'DECEASED', 3: 'CANCELLED' }, { required: true }),
    ended_on: date('注销日期', 'YYYYMMDD'),
    registration: code(
      '人口类别',
      { 10: 'REGISTERED', 20: 'FLOATING', 30: 'HK_MACAO_TAIWAN', 40: 'FOREIGN' },
      { required: true },
    ),
    residence_address: sealed(text('现住址', { max: 200 })),
    area_code: area('现住地区划'),
    resident_household_id: household('实有户号', { required: false }),
    relation_code: text('与实有户户主关系', { max: 2 }),
    relation: code('与实有户户主关系', familyRelationCodes),
    registered_household_id: household('户籍户号', { required: false }),
    updated_on: date('更新日期', 'YYYYMMDD', { required: true }),
  },
  asOf: 'updated_on',
  population: { person: 'person_id', previousNumbers: 'previous_id_numbers', area: 'area_code' },
});
