import { listLoader } from '../../../schema/kit/register-loader.ts';
import { rowBoundary } from '../../../schema/kit/row-boundary.ts';
import { statement } from '../../../schema/register/statement.ts';
import { CASE_BOUNDARY, CASE_COLUMNS, CASE_TABLES, type CaseRow, LIVE } from './case-row.ts';

type PersonCase = CaseRow & { readonly personId: string };

const openCases = statement<PersonCase>(`
  SELECT p.person_id AS "personId", ${CASE_COLUMNS}
  FROM (SELECT DISTINCT person_id, case_number FROM case_party WHERE person_id = ANY($1::uuid[])) p
  JOIN (${CASE_TABLES}) ON c.number = p.case_number
  WHERE ${LIVE} AND ${CASE_BOUNDARY}
  ORDER BY c.accepted_at DESC, c.number DESC`);

const SCOPE = 'governance-center.case:read';

/** The cases of each person that still go on, newest first: whether a matter is registered already. */
export const openCasesByPerson = listLoader<PersonCase>({
  scope: SCOPE,
  discloses: 'Person.openCases',
  read: (persons, { database, context }) => {
    // Where the scope answers for the matter alone, it opens no case beside it.
    const { areas, subjects } = rowBoundary(context, SCOPE);
    return database.query(openCases, [persons, areas, subjects]);
  },
  keysOf: ({ personId }) => personId,
});
