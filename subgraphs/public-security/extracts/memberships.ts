import { code } from '../../../schema/extracts/columns/code.ts';
import { date } from '../../../schema/extracts/columns/date.ts';
import { person } from '../../../schema/extracts/columns/identity-number.ts';
import { household } from '../../../schema/extracts/columns/register-number.ts';
import { text } from '../../../schema/extracts/columns/text.ts';
import { extractLayout } from '../../../schema/extracts/layout.ts';
import { familyRelationCodes } from './codes/family-relation-codes.ts';

/** Who belongs to which household, of either register, and who belonged to it before. */
export const memberships = extractLayout({
  name: 'memberships',
  title: '户成员变动信息',
  catalogueId: '330803/GA/0005',
  fileName: 'GA_HCY_BD.csv',
  encoding: 'utf-8',
  table: 'household_membership',
  key: ['household_id', 'person_id', 'from_date'],
  order: 4,
  columns: {
    household_id: household('户号', { required: true }),
    person_id: person('公民身份号码', { required: true }),
    from_date: date('迁入日期', 'YYYYMMDD', { required: true }),
    to_date: date('迁出日期', 'YYYYMMDD'),
    basis: code('户类型', { H: 'REGISTERED', S: 'RESIDENT' }, { required: true }),
    relation_code: text('与户主关系', { required: true, max: 2 }),
    relation: code('与户主关系', familyRelationCodes, { required: true }),
    updated_on: date('更新日期', 'YYYYMMDD', { required: true }),
  },
  asOf: 'updated_on',
});
