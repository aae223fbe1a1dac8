import type { PageRequest } from '../../../schema/kit/paging.ts';
import { listLoader, recordLoader } from '../../../schema/kit/register-loader.ts';
import { rangeStatement } from '../../../schema/register/statement.ts';
import { andAfter, andConditions, andWithinAreas } from './conditions.ts';
import { VISIT_SCOPE } from './visit-row.ts';
import { WHOLE_LIST } from './whole-list.ts';

/** Reasons to look in on somebody (关爱对象类别). */
export const CARE_KINDS = [
  'LIVES_ALONE_ELDERLY',
  'ADVANCED_AGE',
  'EXTREME_HARDSHIP',
  'LEFT_BEHIND_CHILD',
  'ORPHAN',
  'SEVERE_DISABILITY',
] as const;

/** Which part of the roster. */
export interface RosterAsked {
  readonly kind: string | null;
  readonly areaCode: string | null;
  /** Only households without a visit for so many days. */
  readonly notVisitedForDays: number | null;
}

/** Somebody to look in on, for one reason. */
export interface RosterRow {
  readonly personId: string;
  readonly kind: (typeof CARE_KINDS)[number];
  readonly gridCode: string;
  readonly lastVisitAt: string | null;
}

/** A page of the grid workers' visiting roster, in no telling order. */
export const rosterByKind = listLoader<RosterRow, PageRequest & RosterAsked>({
  scope: VISIT_SCOPE,
  discloses: 'Query.roster',
  read: (_, { database, context }, { limit, after, ...asked }) => {
    const values: unknown[] = [CARE_KINDS, limit];
    const from = rosterSql(values, context.viewer.areas, asked);
    const text = `SELECT r.person_id AS "personId", care.kind, r.grid_code AS "gridCode", visited.at AS "lastVisitAt"
      ${from}${andAfter(values, 'r.person_id, care.kind', '>', after)} ORDER BY r.person_id, care.kind LIMIT $2`;
    return database.query(rangeStatement<RosterRow>(text), values);
  },
  keysOf: () => WHOLE_LIST,
  personsOf: ({ personId }) => [personId],
});

/** How many entries that part of the roster has. */
export const rosterCountByKind = recordLoader<{ readonly count: number }, RosterAsked>({
  scope: VISIT_SCOPE,
  discloses: null,
  read: (_, { database, context }, asked) => {
    const values: unknown[] = [CARE_KINDS];
    const text = `SELECT count(*)::int AS count ${rosterSql(values, context.viewer.areas, asked)}`;
    return database.query(rangeStatement<{ count: number }>(text), values);
  },
  keysOf: () => WHOLE_LIST,
});

function rosterSql(values: unknown[], areas: readonly string[], asked: RosterAsked): string {
  return `FROM roster r JOIN grid g ON g.code = r.grid_code CROSS JOIN LATERAL unnest(r.care_kinds) AS care(kind)
    CROSS JOIN LATERAL (SELECT max(v.at) AS at FROM household_visit v WHERE v.household_id = r.household_id) visited
    WHERE cardinality(r.care_kinds) > 0 AND care.kind = ANY($1::text[])
    ${andWithinAreas(values, 'r.area_code', areas, asked.areaCode)}${andConditions(values, [
      ['care.kind = ?', asked.kind],
      ['(visited.at IS NULL OR visited.at < now() - make_interval(days => ?))', asked.notVisitedForDays],
    ])}`;
}
