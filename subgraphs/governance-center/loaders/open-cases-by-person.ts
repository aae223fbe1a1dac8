import { listLoader } from '../../../schema/kit/register-loader.ts';
import { statement } from '../../../schema/register/statement.ts';
import { CASE_BOUNDARY, CASE_COLUMNS, CASE_TABLES, type CaseRow, LIVE } from './case-row.ts';

type PersonCase = CaseRow & { readonly personId: string };

const openCases = statement<PersonCase>(`
  SELECT p.person_id AS "personId", ${CASE_COLUMNS}
  FROM (SELECT DISTINCT person_id, case_number FROM case_party WHERE person_id = ANY($1::uuid[])) p
  JOIN (${CASE_TABLES}) ON c.number = p.case_number
  WHERE ${LIVE} AND ${CASE_BOUNDARY}
  ORDER BY c.accepted_at DESC, c.number DESC`);

/** The cases of each person that still go on, newest first: whether a matter is registered already. */
export const openCasesByPerson = listLoader<PersonCase>({
  scope: 'governance-center.case:read',
  discloses: 'Person.openCases',
  read: (persons, { database, areas, subjects }) => database.query(openCases, [persons, areas, subjects]),
  keysOf: ({ personId }) => personId,
});
