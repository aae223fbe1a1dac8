import { isCreditCode } from '../../kit/identity-numbers/credit-code.ts';
import type { ColumnRule } from './column-rule.ts';
import { foldNumber } from './fold-cell.ts';
import { emptyCell, rejections } from './rejections.ts';
import type { ColumnOptions } from './text.ts';

/** A unified social credit code (GB 32100-2015). */
export const creditCode = (header: string, { required = false }: ColumnOptions = {}): ColumnRule => ({
  header,
  kind: 'credit-code',
  required,
  read(raw, note) {
    const cell = foldNumber(raw, note);
    if (cell === '') return emptyCell(required);
    return isCreditCode(cell) ? cell : rejections.CREDIT_CODE;
  },
});
