import { isDay, OFFSET } from '../../kit/calendar/day.ts';
import type { ColumnRule, Rejection } from './column-rule.ts';
import { foldCell } from './fold-cell.ts';
import { emptyCell, rejections } from './rejections.ts';
import type { ColumnOptions } from './text.ts';

/** How a department writes moments, all in China's legal time. */
export type DateTimeForm = 'YYYY-MM-DD HH:mm:ss' | 'YYYYMMDDHHmmss' | 'YYYY/M/D H:mm' | 'YYYY-MM-DDTHH:mm:ss+08:00';

const FORMS: Readonly<Record<DateTimeForm, RegExp>> = {
  'YYYY-MM-DD HH:mm:ss': /^(\d{4})-(\d\d)-(\d\d) ([01]\d|2[0-3]):([0-5]\d):([0-5]\d)$/,
  YYYYMMDDHHmmss: /^(\d{4})(\d\d)(\d\d)([01]\d|2[0-3])([0-5]\d)([0-5]\d)$/,
  'YYYY/M/D H:mm': /^(\d{4})\/(\d{1,2})\/(\d{1,2}) (0?\d|1\d|2[0-3]):([0-5]\d)$/,
  'YYYY-MM-DDTHH:mm:ss+08:00': /^(\d{4})-(\d\d)-(\d\d)T([01]\d|2[0-3]):([0-5]\d):([0-5]\d)\+08:00$/,
};

/** Any usual way to write a moment in China, for files that another hand made: read, and counted as `date-form`. */
const ANY_FORM =
  /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[ T]+(0?\d|1\d|2[0-3]):([0-5]\d)(?::([0-5]\d)(?:\.\d+)?)?(?:\+08:00)?)?$/;

/** A moment in the department's form, stored as RFC 3339 at +08:00. */
export const dateTime = (header: string, form: DateTimeForm, { required = false }: ColumnOptions = {}): ColumnRule => ({
  header,
  kind: 'date-time',
  required,
  form,
  read(raw, note) {
    const match = FORMS[form].exec(raw);
    if (match) return moment(match);
    const cell = foldCell(raw, note);
    if (cell === '') return emptyCell(required);
    const folded = FORMS[form].exec(cell);
    if (folded) return moment(folded);
    const other = FORMS.YYYYMMDDHHmmss.exec(cell) ?? ANY_FORM.exec(cell);
    const found = other ? moment(other) : rejections.INVALID_DATE;
    if (typeof found === 'string') note('date-form');
    return found;
  },
});

function moment([, year, month, day, hour = '00', minute = '00', second = '00']: RegExpExecArray): string | Rejection {
  const date = `${year}-${month?.padStart(2, '0')}-${day?.padStart(2, '0')}`;
  return isDay(date) ? `${date}T${hour.padStart(2, '0')}:${minute}:${second}${OFFSET}` : rejections.INVALID_DATE;
}
