import type { DatabaseSync } from 'node:sqlite';

/** What may be looked up by the ids of people, and the layout that it came with. */
export const LOOKUPS = {
  enrolments: {
    layout: 'enrolments',
    text: `SELECT person_id AS personId, area_code AS areaCode, scheme, status, status_code AS statusCode,
        starts_on AS "from", paused_on AS pausedOn, place_code AS placeCode, subsidised
      FROM enrolment WHERE person_id IN (SELECT value FROM json_each(?))
      ORDER BY person_id, starts_on DESC, updated_at DESC`,
  },
  entitlements: {
    layout: 'chronic-entitlements',
    text: `SELECT person_id AS personId, area_code AS areaCode, disease_code AS diseaseCode, starts_on AS "from",
        ends_on AS "to"
      FROM chronic_entitlement WHERE person_id IN (SELECT value FROM json_each(?))
      ORDER BY starts_on DESC, disease_code`,
  },
  records: {
    layout: 'enrolments',
    text: `SELECT person_id AS personId, area_code AS areaCode, name, sex, birth_date AS birthDate
      FROM enrolment WHERE person_id IN (SELECT value FROM json_each(?))
      ORDER BY person_id, starts_on DESC, updated_at DESC`,
  },
} as const;

/** The name of a lookup. */
export type Lookup = keyof typeof LOOKUPS;

/** Answers lookups: all rows of the people asked for, newest first, and as of when. */
export function createLookups(store: DatabaseSync): (lookup: Lookup, ids: readonly string[]) => object {
  const statements = Object.fromEntries(Object.entries(LOOKUPS).map(([name, { text }]) => [name, store.prepare(text)]));
  return (lookup, ids) => ({
    asOf: asOf(store, LOOKUPS[lookup].layout),
    rows: statements[lookup]?.all(JSON.stringify(ids)),
  });
}

/** The newest day that batches of a layout told; null before there is one. */
export function asOf(store: DatabaseSync, layout: string): unknown {
  return store.prepare('SELECT max(as_of) AS asOf FROM batch WHERE layout = ?').get(layout)?.['asOf'] ?? null;
}
