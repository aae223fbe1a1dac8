import { twoDigits } from './calendar-date.ts';
import { isDay, OFFSET } from './day.ts';

const COLON = 58;

/**
 * Whether the text is an instant of RFC 3339: a real date, T, a time to the second, any fraction, and an offset.
 */
export function isInstant(text: string): boolean {
  return offsetStart(text) > 0;
}

/**
 * The same instant at +08:00, its fraction of a second kept as written, or undefined if the text is no RFC 3339 instant
 * or leaves the years 1 to 9999. Texts so normalised name the same instant only if they are equal, trailing zeros of
 * the fraction apart.
 */
export function normaliseInstant(text: string): string | undefined {
  const end = offsetStart(text);
  if (end < 0) return undefined;
  if (text.charAt(10) === 'T' && text.endsWith(OFFSET)) return text;
  const seconds = `${text.slice(0, 10)}T${text.slice(11, 19)}${text.slice(end).toUpperCase()}`;
  const shifted = new Date(Date.parse(seconds) + 8 * 60 * 60 * 1000).toISOString();
  if (shifted.length !== 24 || !isDay(shifted.slice(0, 10))) return undefined;
  return shifted.slice(0, 19) + text.slice(19, end) + OFFSET;
}

/** Where the offset of an RFC 3339 instant begins; -1 if the text is none. */
function offsetStart(text: string): number {
  if (!isDay(text.slice(0, 10)) || (text[10] !== 'T' && text[10] !== 't')) return -1;
  if (!isClock(text, 11) || text.charCodeAt(16) !== COLON || !within(text, 17, 59)) return -1;
  let end = 19;
  if (text[end] === '.') {
    do end++;
    while (text.charCodeAt(end) >= 48 && text.charCodeAt(end) <= 57);
    if (end === 20) return -1;
  }
  if (text[end] === 'Z' || text[end] === 'z') return text.length === end + 1 ? end : -1;
  if (text[end] !== '+' && text[end] !== '-') return -1;
  return text.length === end + 6 && isClock(text, end + 1) ? end : -1;
}

function isClock(text: string, at: number): boolean {
  return within(text, at, 23) && text.charCodeAt(at + 2) === COLON && within(text, at + 3, 59);
}

function within(text: string, at: number, last: number): boolean {
  const value = twoDigits(text, at);
  return value >= 0 && value <= last;
}
