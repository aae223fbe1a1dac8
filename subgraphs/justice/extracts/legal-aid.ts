import { area, code, date, flag, person, text } from '../../../schema/extracts/columns.ts';
import { extractLayout } from '../../../schema/extracts/layout.ts';
import { legalAidMatters } from '../../../schema/kit/code-tables/legal-aid-matters.ts';

/** Matters are written with the codes under which the register keeps them. */
const matters = Object.fromEntries(legalAidMatters.values.map((matter) => [matter, matter]));

/** Applications for legal aid (法律援助申请). */
export const legalAid = extractLayout({
  name: 'legal-aid',
  title: '法律援助',
  catalogueId: '330803/SF/0006',
  fileName: '法律援助.csv',
  encoding: 'gb18030',
  table: 'legal_aid',
  key: ['number'],
  asOf: 'updated_on',
  order: 6,
  columns: {
    number: text('援助编号', { required: true, max: 40 }),
    person_id: person('申请人证件号码'),
    area_code: area('申请人居住地区划'),
    matter: code('援助事项', matters, { required: true }),
    status: code(
      '办理状态',
      { 已申请: 'APPLIED', 准予援助: 'APPROVED', 不予援助: 'REFUSED', 办理中: 'IN_PROGRESS', 已结案: 'CLOSED' },
      { required: true },
    ),
    applied_on: date('申请日期', 'YYYY/M/D', { required: true }),
    decided_on: date('决定日期', 'YYYY/M/D'),
    due_on: date('办理期限', 'YYYY/M/D', { required: true }),
    means_test_exempt: flag('免予经济状况审查', { yes: '是', no: '否' }, { required: true }),
    updated_on: date('更新日期', 'YYYY/M/D', { required: true }),
  },
});
