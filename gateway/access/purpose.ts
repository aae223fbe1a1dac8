import type { Withdrawal } from './withdrawn.ts';

/** What a purpose is bound to (see `PurposeBinding` in the graph). */
export type PurposeBinding = 'NONE' | 'CASE' | 'DISPATCH' | 'AREA' | 'OWN_DEPARTMENT' | 'OWN_RECORD';

/** How far the glass may be broken for a purpose. */
export interface BreakGlassRule {
  /** Kinds of users who may. */
  readonly personas: readonly string[];
  /** Scopes that it opens for the matter's subjects, whatever the matter's category says. */
  readonly scopes: readonly string[];
  /** The most minutes of one opening. */
  readonly minutes: number;
  /** The most openings of one user a day, over all matters. */
  readonly perDay: number;
}

/** When somebody's opening of matters that he accepted himself is shown to the auditor: so many within so many days. */
export interface SelfOpeningRule {
  readonly matters: number;
  readonly days: number;
}

/** Why somebody may ask: a row of the purposes table. */
export interface Purpose {
  readonly code: string;
  readonly boundTo: PurposeBinding;
  /** Kinds of users who may state it. */
  readonly personas: readonly string[];
  /** Clients that may state it; every client where none is named. */
  readonly clients: readonly string[];
  /** Scopes that answer within the viewer's areas. */
  readonly scopes: readonly string[];
  /** Scopes that answer for the matter's subjects alone; case-bound ones only as far as the matter's category opens them. */
  readonly matterScopes: readonly string[];
  /** GraphQL operation that finds the matter by `$key` and answers it as `matter`; null where nothing is bound. */
  readonly lookup: string | null;
  /** Statuses in which a matter is in hand. */
  readonly liveStatuses: readonly string[];
  /** How many people one user may look up by identity an hour; null where the purpose does not look up. */
  readonly lookupsPerHour: number | null;
  /** Null where the glass is not broken for this purpose. */
  readonly breakGlass: BreakGlassRule | null;
  readonly selfOpening: SelfOpeningRule | null;
  /** Whether it may be stated now. */
  readonly validity: 'VALID' | 'AHEAD' | 'OVER';
}

/** The rules of access as they are now. */
export interface Policy {
  /** By code, those ahead and over included. */
  readonly purposes: ReadonlyMap<string, Purpose>;
  /** What departments took back. */
  readonly withdrawals: readonly Withdrawal[];
  /** Ids of people whom no matter opens and no look-up finds, older and younger ids of the same people included. */
  readonly protectedPersons: ReadonlySet<string>;
}

/** Where the gateway finds the rules of access. */
export interface PolicyStore {
  /** The rules as they are, or were within the last half second. */
  policy(): Promise<Policy>;
  /** Counts look-ups of a user in the current hour and answers the new total. */
  countLookups(user: string, lookups: number): Promise<number>;
}
