import type { ColumnRule } from './column-rule.ts';
import { foldCell } from './fold-cell.ts';
import { emptyCell, rejections } from './rejections.ts';
import type { ColumnOptions } from './text.ts';

/** A code of the department's own table, stored as what the mapping says; any other is rejected. */
export function code(
  header: string,
  mapping: Readonly<Record<string, string>>,
  { required = false }: ColumnOptions = {},
): ColumnRule {
  return coded(header, 'code', new Map(Object.entries(mapping)), required);
}

/** A truth value by the words of the department: `{ yes: '是', no: '否' }`. */
export function flag(
  header: string,
  { yes, no }: { readonly yes: string; readonly no: string },
  { required = false }: ColumnOptions = {},
): ColumnRule {
  const values = new Map([
    [yes, true],
    [no, false],
  ]);
  return coded(header, 'flag', values, required);
}

function coded<Value extends string | boolean>(
  header: string,
  kind: 'code' | 'flag',
  values: ReadonlyMap<string, Value>,
  required: boolean,
): ColumnRule {
  return {
    header,
    kind,
    required,
    codes: [...values.keys()],
    read(raw, note) {
      const value = values.get(raw);
      if (value !== undefined) return value;
      const cell = foldCell(raw, note);
      if (cell === '') return emptyCell(required);
      const folded = values.get(cell);
      if (folded !== undefined) return folded;
      const upper = values.get(cell.toUpperCase());
      if (upper === undefined) return rejections.UNKNOWN_CODE;
      note('lower-case');
      return upper;
    },
  };
}
