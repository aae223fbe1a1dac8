import type { ColumnRule } from './column-rule.ts';
import { foldCell } from './fold-cell.ts';
import { emptyCell, rejections } from './rejections.ts';
import type { ColumnOptions } from './text.ts';

/** A whole number, within what a PostgreSQL integer holds. */
export const integer = (header: string, { required = false }: ColumnOptions = {}): ColumnRule => ({
  header,
  kind: 'integer',
  required,
  read(raw, note) {
    const cell = foldCell(raw, note);
    if (cell === '') return emptyCell(required);
    if (!/^[+-]?\d{1,10}$/.test(cell)) return rejections.INVALID_NUMBER;
    const value = Number(cell);
    return value >= -2_147_483_648 && value <= 2_147_483_647 ? value : rejections.INVALID_NUMBER;
  },
});

/** Options of decimals: digits allowed behind the point. */
export interface DecimalOptions extends ColumnOptions {
  readonly scale?: number;
}

/** A decimal number of at most ten digits before the point and two behind it unless told; stored as written. */
export const decimal = (header: string, { required = false, scale = 2 }: DecimalOptions = {}): ColumnRule => {
  const form = new RegExp(`^[+-]?\\d{1,10}(?:\\.\\d{1,${scale}})?$`);
  return {
    header,
    kind: 'decimal',
    required,
    read(raw, note) {
      const cell = foldCell(raw, note);
      if (cell === '') return emptyCell(required);
      return form.test(cell) ? cell : rejections.INVALID_NUMBER;
    },
  };
};
