import { checkCharacter } from '../kit/identity-numbers/check-character.ts';
import { dayText, firstDayOf } from './calendar.ts';
import type { DocumentKind, Sex } from './family.ts';
import { mix } from './random.ts';

const DAYS = 365;
const SEQUENCES = 499;

/** How many families can be numbered: a family holds one slot of each year and sex. */
export const IDENTITY_CAPACITY = DAYS * SEQUENCES;

// Coprime with 365 × 499, so that multiplying permutes the slots and neighbours are born on days far apart.
const STEP = 104_729;

/** A birth day and the number that goes with it. */
export interface Identity {
  birthDay: number;
  birthYear: number;
  idNumber: string;
}

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

/**
 * Gives the members of one family their birth days and numbers, no number twice in the whole world: for each year and
 * sex the family's index is permuted onto (day, sequence), and within the family no two of one sex share a year.
 */
export class IdentitySlots {
  private readonly taken: number[] = [];
  private readonly seed: number;
  private readonly family: number;
  private readonly lastDay: number;

  constructor(seed: number, family: number, lastDay: number) {
    this.seed = seed;
    this.family = family;
    this.lastDay = lastDay;
  }

  /** The free slot nearest to the wanted year of birth, earlier years first. */
  take(wantedYear: number, sex: Sex, prefix: string): Identity {
    for (let distance = 0; distance < 60; distance++) {
      const year = wantedYear + (distance % 2 === 1 ? -((distance + 1) >> 1) : distance >> 1);
      const key = year * 2 + (sex === '1' ? 1 : 0);
      if (this.taken.includes(key)) continue;
      const slot = (this.family * STEP + (mix(this.seed, key) % IDENTITY_CAPACITY)) % IDENTITY_CAPACITY;
      const dayOfYear = slot % DAYS;
      const birthDay = firstDayOf(year) + dayOfYear + (dayOfYear > 58 && isLeap(year) ? 1 : 0);
      if (birthDay > this.lastDay) continue;
      this.taken.push(key);
      const sequence = 2 * Math.floor(slot / DAYS) + (sex === '1' ? 1 : 2);
      const birth = dayText(birthDay);
      const digits = `${prefix}${birth.slice(0, 4)}${birth.slice(5, 7)}${birth.slice(8)}${String(sequence).padStart(3, '0')}`;
      return { birthDay, birthYear: year, idNumber: digits + checkCharacter(digits) };
    }
    throw new RangeError('identity slots: expected a free year within thirty years, got none');
  }
}

/** The first six characters of a number of this kind; every one is a division that does not exist. */
export function numberPrefix(kind: DocumentKind, region: number): string {
  if (kind === 'HK_MACAO_TAIWAN_RESIDENCE_PERMIT') return ['810098', '820098', '830098'][region % 3] as string;
  if (kind === 'FOREIGN_PERMANENT_RESIDENCE') return '998098';
  return '330898';
}
