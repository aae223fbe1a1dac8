import { type IdentityNumber, readIdentityNumber } from '../../kit/identity-numbers/identity-number.ts';
import type { CanonicalNumber, ColumnRule, Rejection } from './column-rule.ts';
import type { Note } from './fold-cell.ts';
import { emptyCell, rejections } from './rejections.ts';
import type { ColumnOptions } from './text.ts';

/** A number that identifies a person, sealed in its canonical form: for the register that owns it. */
export const identityNumber = (header: string, { required = false }: ColumnOptions = {}): ColumnRule => ({
  header,
  kind: 'identity-number',
  required,
  sealed: true,
  read(raw, note) {
    const number = readNumber(raw, note, required);
    return number !== null && 'canonical' in number ? number.canonical : number;
  },
});

/** Whom the row is about, stored as the person's id; a number that cannot be used sets the row aside. */
export const person = (header: string, { required = true }: ColumnOptions = {}): ColumnRule => ({
  header,
  kind: 'person',
  required,
  read: (raw, note) => readNumber(raw, note, required),
});

/** Somebody whom the row concerns, stored as an id; without a usable number it is null and counted as unlinked. */
export const party = (header: string): ColumnRule => ({
  header,
  kind: 'party',
  required: false,
  read(raw, note) {
    const number = readOnce(raw);
    if (!number.ok) return null;
    for (const rule of number.rules) note(rule);
    return number;
  },
});

/** Numbers that the person had before, sealed in their canonical form; one that cannot be used sets the row aside. */
export const previousPersons = (
  header: string,
  separator: string,
  { required = false }: ColumnOptions = {},
): ColumnRule => ({
  header,
  kind: 'previous-persons',
  required,
  sealed: true,
  separator,
  read(raw, note) {
    const numbers: CanonicalNumber[] = [];
    if (raw !== '') {
      for (const part of raw.split(separator)) {
        const number = readNumber(part, note, false);
        if (number === null) continue;
        if (!('canonical' in number)) return number;
        numbers.push(number);
      }
    }
    return required && numbers.length === 0 ? rejections.MISSING_VALUE : numbers;
  },
});

function readNumber(raw: string, note: Note, required: boolean): CanonicalNumber | Rejection | null {
  const number = readOnce(raw);
  if (number.ok) {
    for (const rule of number.rules) note(rule);
    return number;
  }
  return number.reason === 'ID_NUMBER_MISSING' ? emptyCell(required) : rejections[number.reason];
}

// The register that owns a number reads its column twice, once to store it and once to link it.
let lastRaw = '';
let last: IdentityNumber = readIdentityNumber(lastRaw);

function readOnce(raw: string): IdentityNumber {
  if (raw !== lastRaw) {
    last = readIdentityNumber(raw);
    lastRaw = raw;
  }
  return last;
}
