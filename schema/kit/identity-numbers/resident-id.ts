import { isCalendarDate, twoDigits } from '../calendar/calendar-date.ts';
import { isDay } from '../calendar/day.ts';
import { checkCharacter } from './check-character.ts';

/** What a canonical eighteen-character number of the resident family says about its holder. */
export interface ResidentIdParts {
  /** Division code at first issue (GB/T 2260); it may be retired, and says nothing about where the person lives. */
  readonly areaCode: string;
  /** YYYY-MM-DD. */
  readonly birthDate: string;
  readonly sex: 'MALE' | 'FEMALE';
}

/**
 * Area code, birth date and sex of a canonical eighteen-character number (GB 11643-1999: odd sequence = male).
 * Holds for resident IDs, residence permits and the eighteen-character foreign permanent residence card.
 */
export function residentIdParts(canonical: string): ResidentIdParts {
  return {
    areaCode: canonical.slice(0, 6),
    birthDate: `${canonical.slice(6, 10)}-${canonical.slice(10, 12)}-${canonical.slice(12, 14)}`,
    sex: canonical.charCodeAt(16) % 2 === 1 ? 'MALE' : 'FEMALE',
  };
}

/**
 * The eighteen-character number of a fifteen-digit one: 19 before the two-digit year, and the check character appended
 * (GB 11643-1999). The fifteen digits are taken as given; check them with `readIdentityNumber`.
 */
export function fifteenToEighteen(fifteenDigits: string): string {
  const seventeen = `${fifteenDigits.slice(0, 6)}19${fifteenDigits.slice(6, 15)}`;
  return seventeen + checkCharacter(seventeen);
}

/**
 * Composes a number of the resident family from a six-digit area code, a birth date (YYYY-MM-DD) and a sequence number
 * (0–999, odd = male), with its check character.
 */
export function composeResidentId(areaCode: string, birthDate: string, sequence: number): string {
  if (!/^\d{6}$/.test(areaCode)) throw new RangeError('Expected an area code of six digits.');
  if (!isDay(birthDate)) throw new RangeError('Expected a birth date that is a calendar day written YYYY-MM-DD.');
  if (!Number.isInteger(sequence) || sequence < 0 || sequence > 999) {
    throw new RangeError('Expected a sequence number from 0 to 999.');
  }
  const seventeen = areaCode + birthDate.replaceAll('-', '') + String(sequence).padStart(3, '0');
  return seventeen + checkCharacter(seventeen);
}

/**
 * Whether digits 7 to 14 of an eighteen-character number are a real calendar date of the 19th to 21st century.
 */
export function hasBirthDate(eighteen: string): boolean {
  const century = twoDigits(eighteen, 6);
  if (century < 18 || century > 20) return false;
  return isCalendarDate(century * 100 + twoDigits(eighteen, 8), twoDigits(eighteen, 10), twoDigits(eighteen, 12));
}
