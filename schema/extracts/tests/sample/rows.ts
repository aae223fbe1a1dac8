import { composeResidentId } from '../../../kit/identity-numbers/resident-id.ts';
import { marriages } from './layouts.ts';

/** The headers of the marriages layout, in its order. */
export const HEADERS = [...new Set(Object.values(marriages.columns).map(({ header }) => header))];

/** A resident number of an invented person. */
export const idNumber = (person: number): string =>
  composeResidentId('330898', `19${50 + (person % 50)}-0${1 + (person % 9)}-1${person % 10}`, person % 1000);

/** A clean marriage as cells by header. */
export const marriage = (index: number, cells: Record<string, string> = {}): Record<string, string> => ({
  登记证字号: `J330803-${index}`,
  男方身份证号: idNumber(index),
  女方身份证号: idNumber(index + 7),
  男方姓名: '吴大有',
  登记日期: `2024年${1 + (index % 12)}月${1 + (index % 28)}日`,
  登记类别: '结婚',
  涉外: '否',
  住所区划: '330803001',
  备注: '',
  ...cells,
});

/** Rows as CSV text under these headers. */
export const csv = (
  rows: readonly Record<string, string>[],
  headers: readonly string[] = HEADERS,
  delimiter = ',',
): string =>
  [headers, ...rows.map((row) => headers.map((header) => row[header] ?? ''))]
    .map((cells) =>
      cells
        .map((cell) => (/["\n\r]/.test(cell) || cell.includes(delimiter) ? `"${cell.replaceAll('"', '""')}"` : cell))
        .join(delimiter),
    )
    .join('\n')
    .concat('\n');
