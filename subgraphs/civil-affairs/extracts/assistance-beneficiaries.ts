import { integer, party, text } from '../../../schema/extracts/columns.ts';
import { extractLayout } from '../../../schema/extracts/layout.ts';

/** Members of the assisted families (救助家庭成员); one without a usable number counts but is linked to nobody. */
export const assistanceBeneficiaries = extractLayout({
  name: 'assistance-beneficiaries',
  title: '救助家庭成员',
  catalogueId: '330803/MZ/0005',
  fileName: 'mz_jiuzhu_chengyuan.csv',
  encoding: 'utf-8-bom',
  table: 'assistance_beneficiary',
  key: ['assistance_number', 'sequence'],
  order: 2,
  columns: {
    assistance_number: text('救助证号', { required: true, max: 40 }),
    sequence: integer('成员序号', { required: true }),
    person_id: party('成员身份证件号'),
  },
});
