import type { ColumnKind, ColumnRule, Rejection } from './column-rule.ts';
import { foldNumber, type Note } from './fold-cell.ts';
import { emptyCell, rejections } from './rejections.ts';
import type { ColumnOptions } from './text.ts';

const LONGEST = 64;

/** A household by its register number (户号), stored as its id; required unless told. */
export const household = (header: string, { required = true }: ColumnOptions = {}): ColumnRule =>
  numbered(header, 'household', required);

/** A dwelling by its standard address code (标准地址编码), stored as its id. */
export const dwelling = (header: string, { required = false }: ColumnOptions = {}): ColumnRule =>
  numbered(header, 'dwelling', required);

/** Register numbers that a household had before, where it split or merged. */
export const previousHouseholds = (
  header: string,
  separator: string,
  { required = false }: ColumnOptions = {},
): ColumnRule => ({
  header,
  kind: 'previous-households',
  required,
  separator,
  read(raw, note) {
    const numbers: string[] = [];
    if (raw !== '') {
      for (const part of raw.split(separator)) {
        const number = readNumber(part, note, false);
        if (number === null) continue;
        if (typeof number !== 'string') return number;
        numbers.push(number);
      }
    }
    return required && numbers.length === 0 ? rejections.MISSING_VALUE : numbers;
  },
});

const numbered = (header: string, kind: ColumnKind, required: boolean): ColumnRule => ({
  header,
  kind,
  required,
  read: (raw, note) => readNumber(raw, note, required),
});

function readNumber(raw: string, note: Note, required: boolean): string | Rejection | null {
  const cell = foldNumber(raw, note);
  if (cell === '') return emptyCell(required);
  return cell.length > LONGEST ? rejections.TEXT_TOO_LONG : cell;
}
