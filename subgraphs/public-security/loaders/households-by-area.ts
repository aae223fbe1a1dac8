import { TODAY_SQL } from '../../../schema/kit/calendar/age-band-sql.ts';
import type { PageRequest } from '../../../schema/kit/paging.ts';
import { listLoader, recordLoader } from '../../../schema/kit/register-loader.ts';
import { rangeStatement } from '../../../schema/register/statement.ts';

/** A household that somebody lives in, in one village or community. */
export interface AreaHousehold {
  readonly areaCode: string;
  readonly id: string;
  readonly headPersonId: string | null;
}

// Towns and the district are no round: a code of other than twelve digits has no households here.
const inhabited = `h.basis = 'RESIDENT' AND h.area_code ~ '^[0-9]{12}$' AND h.area_code LIKE ANY($2::text[])
    AND EXISTS (
      SELECT FROM household_membership m
      WHERE m.household_id = h.household_id AND m.from_date <= ${TODAY_SQL}
        AND (m.to_date IS NULL OR m.to_date > ${TODAY_SQL}))`;

const page = rangeStatement<AreaHousehold>(`
  SELECT round.area_code AS "areaCode", h.household_id AS id, h.head_person_id AS "headPersonId"
  FROM unnest($1::text[]) AS round(area_code)
  CROSS JOIN LATERAL (
    SELECT h.household_id, h.head_person_id
    FROM household h
    WHERE h.area_code = round.area_code AND ${inhabited} AND ($3::uuid IS NULL OR h.household_id > $3)
    ORDER BY h.household_id
    LIMIT $4) h
  ORDER BY h.household_id`);

const counts = rangeStatement<{ readonly areaCode: string; readonly total: number }>(`
  SELECT h.area_code AS "areaCode", count(*)::int AS total
  FROM household h
  WHERE h.area_code = ANY($1::text[]) AND ${inhabited}
  GROUP BY h.area_code`);

/** Scope of a grid worker's round. */
const scope = 'governance-center.visit:write';

/** Loads one page of the households lived in, of each village or community, in the order of their ids. */
export const householdsByArea = listLoader<AreaHousehold, PageRequest>({
  scope,
  discloses: 'Query.householdsOf',
  read: (areaCodes, { database, areas }, { limit, after }) =>
    database.query(page, [areaCodes, areas, after?.[0] ?? null, limit]),
  keysOf: ({ areaCode }) => areaCode,
  personsOf: ({ headPersonId }) => (headPersonId === null ? [] : [headPersonId]),
});

/** Counts the households lived in, of each village or community. */
export const householdCountByArea = recordLoader<{ readonly areaCode: string; readonly total: number }>({
  scope,
  discloses: null,
  read: (areaCodes, { database, areas }) => database.query(counts, [areaCodes, areas]),
  keysOf: ({ areaCode }) => areaCode,
});
