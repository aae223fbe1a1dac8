import { isCalendarDate } from '../../kit/calendar/calendar-date.ts';
import { dayOf, isDay } from '../../kit/calendar/day.ts';
import type { CellValue, ColumnRule, Rejection } from './column-rule.ts';
import { foldCell, type Note } from './fold-cell.ts';
import { emptyCell, rejections } from './rejections.ts';
import type { ColumnOptions } from './text.ts';

/** How a department writes days; months and days without leading zeros may have them. */
export type DateForm = 'YYYY-MM-DD' | 'YYYYMMDD' | 'YYYY/M/D' | 'YYYY年M月D日';

const FORMS: Readonly<Record<DateForm, RegExp>> = {
  'YYYY-MM-DD': /^(\d{4})-(\d\d)-(\d\d)$/,
  YYYYMMDD: /^(\d{4})(\d\d)(\d\d)$/,
  'YYYY/M/D': /^(\d{4})\/(\d{1,2})\/(\d{1,2})$/,
  YYYY年M月D日: /^(\d{4})年(\d{1,2})月(\d{1,2})日$/,
};

/** Any usual way to write a day, for files that another hand made: read, and counted as `date-form`. */
const ANY_FORM = /^(\d{4})(?:(\d\d)(\d\d)|[-/.年](\d{1,2})[-/.月](\d{1,2})日?)$/;

/** A real calendar day in the department's form, stored as YYYY-MM-DD. */
export const date = (header: string, form: DateForm, { required = false }: ColumnOptions = {}): ColumnRule => ({
  header,
  kind: 'date',
  required,
  form,
  read: (raw, note) => readDate(raw, note, form, required),
});

/** A birth date: a day that is not in the future. */
export const birthDate = (header: string, form: DateForm, { required = false }: ColumnOptions = {}): ColumnRule => ({
  header,
  kind: 'birth-date',
  required,
  form,
  read(raw, note) {
    const day = readDate(raw, note, form, required);
    return typeof day === 'string' && day > today() ? rejections.INVALID_DATE : day;
  },
});

/** A month, YYYY-MM, YYYYMM or YYYY年M月, stored as its first day (YYYY-MM-01). */
export const month = (header: string, { required = false }: ColumnOptions = {}): ColumnRule => ({
  header,
  kind: 'month',
  required,
  read(raw, note) {
    const cell = foldCell(raw, note);
    if (cell === '') return emptyCell(required);
    const match = /^(\d{4})(?:-?(\d\d)|年(\d{1,2})月)$/.exec(cell);
    return match ? dayFrom(match[1] as string, (match[2] ?? match[3]) as string, '01') : rejections.INVALID_DATE;
  },
});

/** Reads a day in the form given; what is no real day is rejected. */
export function readDate(
  raw: string,
  note: Note,
  form: DateForm,
  required: boolean,
): Extract<CellValue, string | null> | Rejection {
  if (form === 'YYYY-MM-DD' && isDay(raw)) return raw;
  const cell = foldCell(raw, note);
  if (cell === '') return emptyCell(required);
  const match = FORMS[form].exec(cell);
  if (match) return dayFrom(match[1] as string, match[2] as string, match[3] as string);
  const [, year, month2, day2, month = month2, day = day2] = ANY_FORM.exec(cell) ?? [];
  const found = year && month && day ? dayFrom(year, month, day) : rejections.INVALID_DATE;
  if (typeof found === 'string') note('date-form');
  return found;
}

function dayFrom(year: string, month: string, day: string): string | Rejection {
  if (!isCalendarDate(Number(year), Number(month), Number(day))) return rejections.INVALID_DATE;
  return `${year}-${month.length === 1 ? '0' : ''}${month}-${day.length === 1 ? '0' : ''}${day}`;
}

let knownToday = '';
let knownUntil = 0;

/** Today in China, computed anew once a minute. */
function today(): string {
  const now = Date.now();
  if (now > knownUntil) {
    knownToday = dayOf(new Date(now));
    knownUntil = now + 60_000;
  }
  return knownToday;
}
