import { listLoader } from '../../../schema/kit/register-loader.ts';
import { rowBoundary } from '../../../schema/kit/row-boundary.ts';
import { statement } from '../../../schema/register/statement.ts';
import { CASE_BOUNDARY, CASE_COLUMNS, CASE_TABLES, type CaseRow, LIVE } from './case-row.ts';

type RelatedCase = CaseRow & { readonly relatedTo: string };

const SCOPE = 'governance-center.case:read';

/** Days before or after between which cases of a kind in a village are near in time. */
const NEAR_DAYS = 30;
const MOST = 10;

const related = statement<RelatedCase>(`
  SELECT self.number AS "relatedTo", near.* FROM governance_case self CROSS JOIN LATERAL (
    SELECT ${CASE_COLUMNS}, found.closeness FROM (
      SELECT number, min(closeness) AS closeness FROM (
        SELECT theirs.case_number AS number, 1 AS closeness FROM case_party ours
        JOIN case_party theirs ON theirs.person_id = ours.person_id WHERE ours.case_number = self.number
        UNION ALL
        SELECT c.number, 2 FROM governance_case c WHERE c.area_code = self.area_code AND c.category = self.category
          AND c.accepted_at BETWEEN self.accepted_at - interval '${NEAR_DAYS} days'
          AND self.accepted_at + interval '${NEAR_DAYS} days'
      ) candidates GROUP BY number
    ) found JOIN (${CASE_TABLES}) ON c.number = found.number
    WHERE c.number <> self.number AND ${LIVE} AND ${CASE_BOUNDARY}
    ORDER BY found.closeness, c.accepted_at DESC, c.number LIMIT ${MOST}
  ) near
  WHERE self.number = ANY($1::text[]) AND (self.area_code LIKE ANY($2::text[]) OR self.number = ANY($3::text[]))
  ORDER BY near.closeness, near."acceptedAt" DESC, near.number`);

/** Live cases with the same parties first, then those near in place, kind and time; ten at most. */
export const relatedCases = listLoader<RelatedCase>({
  scope: SCOPE,
  discloses: null,
  read: (numbers, { database, context }) => {
    // Where the scope answers for the matter alone, it opens no case beside it.
    const { areas, subjects } = rowBoundary(context, SCOPE);
    return database.query(related, [numbers, areas, subjects]);
  },
  keysOf: ({ relatedTo }) => relatedTo,
});
