/** A visit to a household, without its findings. */
export interface VisitRow {
  readonly id: string;
  readonly householdId: string;
  readonly teamCode: string;
  readonly at: string;
  readonly caseNumbers: readonly string[];
  /** Who lives in the household. */
  readonly residents: readonly string[];
}

/** Scope of visits; their findings need another. */
export const VISIT_SCOPE = 'governance-center.visit:read';

/** People who live in the household of a visit. */
export const RESIDENTS = 'ARRAY(SELECT r.person_id::text FROM roster r WHERE r.household_id = v.household_id)';

/** The columns of a {@link VisitRow}. */
export const VISIT_COLUMNS = `v.id, v.household_id AS "householdId", v.team_code AS "teamCode", v.at,
  coalesce(v.case_numbers, '{}') AS "caseNumbers", ${RESIDENTS} AS residents`;

/** Row boundary of visits: the viewer's areas ($2), or the matter's households ($3). */
export const VISIT_BOUNDARY = '(v.area_code LIKE ANY($2::text[]) OR v.household_id::text = ANY($3::text[]))';
