import { CHECK_CHARACTERS, checkRemainder } from './check-character.ts';
import { isForeignPermanentResidence, isOlderForeignPermanentResidence } from './foreign-permanent-residence.ts';
import { NO_RULES, type NormalisationRule, normalise } from './normalise.ts';
import { isPassportNumber } from './passport.ts';
import { isResidencePermit } from './permit.ts';
import { fifteenToEighteen, hasBirthDate } from './resident-id.ts';

export type { NormalisationRule } from './normalise.ts';

/** The documents (GA/T 517) whose numbers identify a person here. */
export type IdentityNumberKind =
  | 'RESIDENT_ID'
  | 'HK_MACAO_TAIWAN_RESIDENCE_PERMIT'
  | 'FOREIGN_PERMANENT_RESIDENCE'
  | 'PASSPORT';

/** Why a number cannot be used. */
export type IdentityNumberFault =
  | 'ID_NUMBER_MISSING'
  | 'ID_NUMBER_FORMAT'
  | 'ID_NUMBER_CHECK_CHARACTER'
  | 'ID_NUMBER_BIRTH_DATE';

/** A number read: its one canonical form and what it took to get there, or why it cannot be used. */
export type IdentityNumber =
  | { ok: true; canonical: string; kind: IdentityNumberKind; rules: readonly NormalisationRule[] }
  | { ok: false; reason: IdentityNumberFault };

const MISSING: IdentityNumber = Object.freeze({ ok: false, reason: 'ID_NUMBER_MISSING' });
const FORMAT: IdentityNumber = Object.freeze({ ok: false, reason: 'ID_NUMBER_FORMAT' });
const CHECK_CHARACTER: IdentityNumber = Object.freeze({ ok: false, reason: 'ID_NUMBER_CHECK_CHARACTER' });
const BIRTH_DATE: IdentityNumber = Object.freeze({ ok: false, reason: 'ID_NUMBER_BIRTH_DATE' });

/**
 * Reads the number of a resident ID (GB 11643-1999, of 15 or 18 characters), a residence permit, a foreign permanent
 * residence card (both forms) or a passport, and gives its one canonical form. The division may be retired and is not
 * looked up; a birth date in the future is the caller's to judge. A wrong check character is reported before a wrong
 * date. An already canonical eighteen-character number costs one pass and one object.
 */
export function readIdentityNumber(raw: string): IdentityNumber {
  if (raw.length === 18) {
    const remainder = checkRemainder(raw);
    const last = raw.charCodeAt(17);
    if (remainder >= 0 && ((last >= 48 && last <= 57) || last === 88)) {
      return readEighteen(raw, remainder, last, NO_RULES);
    }
  }
  const { text, rules } = normalise(raw);
  if (text === '') return MISSING;
  if (text.length === 18) return readEighteen(text, checkRemainder(text), text.charCodeAt(17), rules);
  if (text.length === 15 && /^\d+$/.test(text)) return readFifteen(text, rules);
  if (isOlderForeignPermanentResidence(text)) {
    return { ok: true, canonical: text, kind: 'FOREIGN_PERMANENT_RESIDENCE', rules };
  }
  return isPassportNumber(text) ? { ok: true, canonical: text, kind: 'PASSPORT', rules } : FORMAT;
}

function readEighteen(
  text: string,
  remainder: number,
  last: number,
  rules: readonly NormalisationRule[],
): IdentityNumber {
  const kind = kindOf(text);
  if (remainder < 0 || kind === undefined || !((last >= 48 && last <= 57) || last === 88)) return FORMAT;
  if (last !== CHECK_CHARACTERS.charCodeAt(remainder)) return CHECK_CHARACTER;
  return hasBirthDate(text) ? { ok: true, canonical: text, kind, rules } : BIRTH_DATE;
}

function readFifteen(text: string, rules: readonly NormalisationRule[]): IdentityNumber {
  const canonical = fifteenToEighteen(text);
  const kind = kindOf(canonical);
  // Only resident IDs were ever issued with fifteen digits.
  if (kind !== 'RESIDENT_ID') return FORMAT;
  return hasBirthDate(canonical) ? { ok: true, canonical, kind, rules: [...rules, 'fifteen-to-eighteen'] } : BIRTH_DATE;
}

function kindOf(eighteen: string): IdentityNumberKind | undefined {
  const first = eighteen.charCodeAt(0);
  if (first >= 49 && first <= 55) return 'RESIDENT_ID';
  if (isForeignPermanentResidence(eighteen)) return 'FOREIGN_PERMANENT_RESIDENCE';
  return isResidencePermit(eighteen) ? 'HK_MACAO_TAIWAN_RESIDENCE_PERMIT' : undefined;
}
