import { code, creditCode, date, integer, party, text } from '../../../schema/extracts/columns.ts';
import { extractLayout } from '../../../schema/extracts/layout.ts';
import { casePartyRoles } from './codes/case-codes.ts';

/** Parties of cases: people by number, bodies by code (事件当事人). */
export const caseParties = extractLayout({
  name: 'case-parties',
  title: '事件当事人',
  catalogueId: 'QJ-ZLZX-006',
  fileName: '事件当事人.csv',
  encoding: 'utf-8',
  table: 'case_party',
  key: ['case_number', 'party_number'],
  asOf: 'updated_on',
  columns: {
    case_number: text('事件编号', { required: true }),
    party_number: integer('当事人序号', { required: true }),
    role: code('当事人身份', casePartyRoles, { required: true }),
    person_id: party('证件号码'),
    organization_code: text('单位编码'),
    credit_code: creditCode('统一社会信用代码'),
    updated_on: date('更新日期', 'YYYY-MM-DD'),
  },
});
