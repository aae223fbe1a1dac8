/** What a purpose is bound to (see `PurposeBinding` in the graph). */
export type PurposeBinding = 'NONE' | 'CASE' | 'DISPATCH' | 'AREA' | 'OWN_DEPARTMENT' | 'OWN_RECORD';

/** Why somebody may ask: a row of the purposes table. */
export interface Purpose {
  readonly code: string;
  readonly boundTo: PurposeBinding;
  /** Kinds of users who may state it. */
  readonly personas: readonly string[];
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
}

/** Where the gateway finds the purposes and counts look-ups. */
export interface PolicyStore {
  /** The purpose of this code that is valid now. */
  purpose(code: string): Promise<Purpose | undefined>;
  /** Counts look-ups of a user in the current hour and answers the new total. */
  countLookups(user: string, lookups: number): Promise<number>;
}
