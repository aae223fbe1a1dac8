import { code, integer, party, text } from '../../../schema/extracts/columns.ts';
import { extractLayout } from '../../../schema/extracts/layout.ts';

/** Parties of the mediations (调解当事人); an organization, and a person without a usable number, stay without a link. */
export const mediationParties = extractLayout({
  name: 'mediation-parties',
  title: '调解当事人',
  catalogueId: '330803/SF/0002',
  fileName: '调解当事人.csv',
  encoding: 'gb18030',
  table: 'mediation_party',
  key: ['mediation_number', 'sequence'],
  order: 4,
  columns: {
    mediation_number: text('调解编号', { required: true, max: 40 }),
    sequence: integer('当事人序号', { required: true }),
    role: code('当事人地位', { 申请人: 'APPLICANT', 被申请人: 'RESPONDENT' }, { required: true }),
    person_id: party('当事人证件号码'),
  },
});
