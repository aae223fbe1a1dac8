import { currentArea } from '../../kit/areas/current-area.ts';
import type { ColumnRule } from './column-rule.ts';
import { foldCell } from './fold-cell.ts';
import { emptyCell, rejections } from './rejections.ts';
import type { ColumnOptions } from './text.ts';

/** A division of the district by its code (GB/T 2260, GB/T 10114); a retired one becomes its successor. */
export const area = (header: string, { required = false }: ColumnOptions = {}): ColumnRule => ({
  header,
  kind: 'area',
  required,
  read(raw, note) {
    let found = currentArea(raw);
    if (found === undefined) {
      const cell = foldCell(raw, note);
      if (cell === '') return emptyCell(required);
      found = currentArea(cell);
    }
    if (found === undefined) return rejections.UNKNOWN_AREA;
    if (found.retired) note('retired-area');
    return found.code;
  },
});
