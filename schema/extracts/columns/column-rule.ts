import type { IdentityNumber } from '../../kit/identity-numbers/identity-number.ts';
import type { RegisterSeal } from '../../kit/sealing/register-seal.ts';
import type { DateForm } from './date.ts';
import type { DateTimeForm } from './date-time.ts';

/** Why a row was set aside. */
export type RejectionReason =
  | 'MISSING_VALUE'
  | 'TEXT_TOO_LONG'
  | 'INVALID_DATE'
  | 'INVALID_NUMBER'
  | 'UNKNOWN_CODE'
  | 'UNKNOWN_AREA'
  | 'ID_NUMBER_FORMAT'
  | 'ID_NUMBER_CHECK_CHARACTER'
  | 'ID_NUMBER_BIRTH_DATE'
  | 'CREDIT_CODE'
  | 'COLUMN_COUNT'
  | 'DUPLICATE_ROW';

/** What was put right in an accepted row. */
export type NormalisationRule =
  | 'full-width'
  | 'lower-case'
  | 'surrounding-space'
  | 'fifteen-to-eighteen'
  | 'retired-area'
  | 'date-form'
  | 'variant-character';

/** A number that identifies a person, in its one canonical form. */
export interface CanonicalNumber {
  readonly kind: Extract<IdentityNumber, { ok: true }>['kind'];
  readonly canonical: string;
}

/** What a cell may become: text, a number, a truth value, a list, a person's number, or nothing. */
export type CellValue =
  | string
  | number
  | boolean
  | readonly string[]
  | CanonicalNumber
  | readonly CanonicalNumber[]
  | null;

/** A cell that cannot be accepted. One frozen instance a reason, so that reading allocates nothing. */
export class Rejection {
  readonly reason: RejectionReason;
  constructor(reason: RejectionReason) {
    this.reason = reason;
  }
}

/** What the importer does with a column beyond storing its value; the generator's dirt goes by it too. */
export type ColumnKind =
  | 'text'
  | 'name'
  | 'free-text'
  | 'integer'
  | 'decimal'
  | 'flag'
  | 'date'
  | 'birth-date'
  | 'date-time'
  | 'month'
  | 'code'
  | 'area'
  | 'credit-code'
  | 'list'
  | 'identity-number'
  | 'person'
  | 'party'
  | 'previous-persons'
  | 'household'
  | 'previous-households'
  | 'dwelling';

/** How a column is made of others of its row, before these are sealed: a masked form, or a token to search by. */
export interface Derivation {
  readonly from: readonly string[];
  readonly make: (values: readonly string[], seal: RegisterSeal) => string;
}

/** How one column of an extract is read, checked and normalised. */
export interface ColumnRule {
  /** Column name in the department's own layout. */
  readonly header: string;
  readonly kind: ColumnKind;
  readonly required: boolean;
  /** Reads a cell; `note` is told each rule that put something right. An empty optional cell is null. */
  readonly read: (raw: string, note: (rule: NormalisationRule) => void) => CellValue | Rejection;
  /** Raw values that a code column accepts, for the generator and for error texts. */
  readonly codes?: readonly string[];
  /** Form of a date or date-time column. */
  readonly form?: DateForm | DateTimeForm;
  /** Whether the value is kept sealed: ciphertext in the table, opened by those loaders alone that let it out. */
  readonly sealed?: boolean;
  /** For a column that no cell fills: what it is made of. */
  readonly derived?: Derivation;
  /** What parts the items of a list column. */
  readonly separator?: string;
}
