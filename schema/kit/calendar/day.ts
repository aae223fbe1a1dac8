import { isCalendarDate, twoDigits } from './calendar-date.ts';

/** The hub's one offset: the legal time of China, eight hours ahead of UTC, without summer time (Asia/Shanghai). */
export const OFFSET = '+08:00';

const OFFSET_MILLISECONDS = 8 * 60 * 60 * 1000;
const DAY_MILLISECONDS = 24 * 60 * 60 * 1000;

/**
 * Whether the text is a real calendar day written YYYY-MM-DD (GB/T 7408).
 */
export function isDay(text: string): boolean {
  if (text.length !== 10 || text.charCodeAt(4) !== 45 || text.charCodeAt(7) !== 45) return false;
  const century = twoDigits(text, 0);
  const yearOfCentury = twoDigits(text, 2);
  if (century < 0 || yearOfCentury < 0) return false;
  return isCalendarDate(century * 100 + yearOfCentury, twoDigits(text, 5), twoDigits(text, 8));
}

/**
 * The day (YYYY-MM-DD) in China on which an instant falls; the instant is a Date or an RFC 3339 text with an offset.
 * Throws a RangeError for anything else.
 */
export function dayOf(instant: string | Date): string {
  if (typeof instant === 'string' && instant.length >= 25 && instant.endsWith(OFFSET)) {
    const day = instant.slice(0, 10);
    if (isDay(day)) return day;
  }
  return chineseText(instant).slice(0, 10);
}

/**
 * The month (YYYY-MM) in China in which an instant or a day falls.
 */
export function monthOf(instantOrDay: string | Date): string {
  if (typeof instantOrDay === 'string' && isDay(instantOrDay)) return instantOrDay.slice(0, 7);
  return dayOf(instantOrDay).slice(0, 7);
}

/**
 * The first instant of a day in China, as RFC 3339 text at +08:00. Ranges are [startOfDay(from), startOfDay(to)).
 */
export function startOfDay(day: string): string {
  expectDay(day);
  return `${day}T00:00:00${OFFSET}`;
}

/**
 * The first day (YYYY-MM-DD) of the month (YYYY-MM) or of the month that holds the day.
 */
export function startOfMonth(monthOrDay: string): string {
  const day = `${monthOrDay.slice(0, 7)}-01`;
  expectDay(day);
  return day;
}

/**
 * The day that lies so many days later (earlier if negative).
 */
export function addDays(day: string, days: number): string {
  expectDay(day);
  return new Date(Date.parse(day) + days * DAY_MILLISECONDS).toISOString().slice(0, 10);
}

/**
 * The whole days from the first day to the second; negative if the second is earlier.
 */
export function daysBetween(from: string, to: string): number {
  expectDay(from);
  expectDay(to);
  return (Date.parse(to) - Date.parse(from)) / DAY_MILLISECONDS;
}

/**
 * An instant as RFC 3339 text at +08:00, with milliseconds only where there are any.
 */
export function instantText(instant: Date): string {
  const text = chineseText(instant);
  return `${text.endsWith('.000Z') ? text.slice(0, 19) : text.slice(0, 23)}${OFFSET}`;
}

/** Throws a RangeError unless the text is a real calendar day written YYYY-MM-DD. */
export function expectDay(day: string): void {
  if (!isDay(day)) throw new RangeError('Expected a calendar day written YYYY-MM-DD; what came is none.');
}

function chineseText(instant: string | Date): string {
  const withOffset = typeof instant !== 'string' || /(?:Z|[+-]\d\d:\d\d)$/i.test(instant);
  const time = withOffset ? new Date(instant).getTime() : Number.NaN;
  if (Number.isNaN(time)) throw new RangeError('Expected an RFC 3339 instant with an offset; what came is none.');
  return new Date(time + OFFSET_MILLISECONDS).toISOString();
}
