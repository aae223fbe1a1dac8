import { code, date, decimal, person, text } from '../../../schema/extracts/columns.ts';
import { extractLayout } from '../../../schema/extracts/layout.ts';

/** Allowances paid month by month (津贴补贴发放); the file has no residence code, so each takes the person's area. */
export const allowances = extractLayout({
  name: 'allowances',
  title: '津贴补贴发放',
  catalogueId: '330803/MZ/0003',
  fileName: 'mz_jintie_fafang.csv',
  encoding: 'utf-8-bom',
  table: 'allowance',
  key: ['number'],
  asOf: 'updated_on',
  inheritsAreaOf: 'person_id',
  columns: {
    number: text('发放编号', { required: true, max: 40 }),
    person_id: person('身份证件号'),
    kind: code(
      '津贴种类',
      {
        '11': 'ADVANCED_AGE',
        '21': 'DISABILITY_LIVING',
        '22': 'DISABILITY_NURSING',
        '31': 'ORPHAN',
      },
      { required: true },
    ),
    monthly_amount: decimal('月标准', { required: true }),
    starts_on: date('起发日期', 'YYYY年M月D日', { required: true }),
    ends_on: date('停发日期', 'YYYY年M月D日'),
    status: code('发放状态', { '1': 'ACTIVE', '2': 'SUSPENDED', '9': 'ENDED' }, { required: true }),
    updated_on: date('更新日期', 'YYYY年M月D日', { required: true }),
  },
});
