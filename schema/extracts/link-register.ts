import type { CanonicalNumber } from './columns/column-rule.ts';

/** What became of one imported file; the hub shows it as an `ImportBatch`. */
export interface BatchSummary {
  readonly id: string;
  readonly department: string;
  readonly layout: string;
  readonly catalogueId: string;
  readonly file: string;
  readonly sha256: string;
  readonly asOf: string;
  readonly startedAt: string;
  readonly finishedAt: string;
  readonly rows: number;
  readonly accepted: number;
  readonly quarantined: number;
  /** Party rows or columns that no id could be found for. */
  readonly unlinked: number;
  readonly normalised: readonly { readonly rule: string; readonly rows: number }[];
  readonly reasons: readonly { readonly rule: string; readonly rows: number }[];
}

/** An id that gave way to another: both were found to be one. */
export interface Supersession {
  readonly loser: string;
  readonly survivor: string;
}

/**
 * Who is who across registers. The hub keeps it; the importer's link step alone uses it. Ids are UUIDv7 and mean
 * nothing; the numbers themselves are kept nowhere but as keyed tokens.
 */
export interface LinkRegister {
  /** Ids of these people in the order asked, made where there are none yet; a superseded id answers its survivor. */
  persons(numbers: readonly CanonicalNumber[]): Promise<string[]>;
  /** Ids of households by register number, in the order asked. */
  households(numbers: readonly string[]): Promise<string[]>;
  /** Ids of dwellings by standard address code, in the order asked. */
  dwellings(codes: readonly string[]): Promise<string[]>;
  /** States that a person had another number before: both answer one id; two ids found to be one are merged. */
  samePerson(
    pairs: readonly { readonly current: CanonicalNumber; readonly previous: CanonicalNumber }[],
  ): Promise<void>;
  /** States that a household had another register number before. */
  sameHousehold(pairs: readonly { readonly current: string; readonly previous: string }[]): Promise<void>;
  /** Tells where people live, for registers whose records carry no area of their own. */
  publishAreas(areas: readonly { readonly person: string; readonly areaCode: string }[]): Promise<void>;
  /** Tells where households are. */
  publishHouseholdAreas(areas: readonly { readonly household: string; readonly areaCode: string }[]): Promise<void>;
  /** Areas of people, as far as known. */
  areasOf(persons: readonly string[]): Promise<Map<string, string>>;
  /** Every id that gave way to another, with the one that answers for it now. */
  superseded(): Promise<{ readonly persons: readonly Supersession[]; readonly households: readonly Supersession[] }>;
  /** How many numbers have their token under this key alone, so that it cannot be done without. */
  numbersKnownBy(keyId: string): Promise<number>;
  /** Takes in what became of a file; the same batch twice changes nothing. */
  receiveBatch(summary: BatchSummary): Promise<void>;
}
