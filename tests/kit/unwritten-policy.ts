import type { Purpose } from '../../gateway/access/purpose.ts';
import type { HubParts } from '../../gateway/hub.ts';

/** A purpose that opens nothing to anybody unless told. */
export const purposeOf = (changes: Partial<Purpose>): Purpose => ({
  code: 'docket',
  boundTo: 'NONE',
  personas: [],
  clients: [],
  scopes: [],
  matterScopes: [],
  lookup: null,
  liveStatuses: [],
  lookupsPerHour: null,
  breakGlass: null,
  selfOpening: null,
  validity: 'VALID',
  ...changes,
});

/** The rules of a hub that knows these purposes alone, and keeps nothing of what is asked for them. */
export const unwrittenPolicy = (
  ...purposes: readonly Purpose[]
): Pick<HubParts, 'policy' | 'glass' | 'selfOpenings'> => ({
  policy: {
    policy: () =>
      Promise.resolve({
        purposes: new Map(purposes.map((purpose) => [purpose.code, purpose])),
        withdrawals: [],
        protectedPersons: new Set(),
      }),
    countLookups: (_, lookups) => Promise.resolve(lookups),
  },
  glass: { open: () => Promise.resolve(true) },
  selfOpenings: { note: () => Promise.resolve() },
});
