import { recordLoader } from '../../../schema/kit/register-loader.ts';
import { statement } from '../../../schema/register/statement.ts';
import { CASE_BOUNDARY } from './case-row.ts';

/** Who took a case in, who confirmed it, and how many numbers it bears elsewhere. */
export interface AcceptanceRow {
  readonly caseNumber: string;
  readonly acceptedBy: readonly string[];
  readonly confirmedBy: readonly string[];
  readonly references: number;
}

const acceptances = statement<AcceptanceRow>(`
  SELECT c.number AS "caseNumber",
    array(SELECT e.by FROM case_event e WHERE e.case_number = c.number AND e.kind = 'ACCEPTED'
      UNION SELECT c.accepted_by WHERE c.accepted_by IS NOT NULL) AS "acceptedBy",
    array(SELECT e.by FROM case_event e WHERE e.case_number = c.number AND e.kind = 'CONFIRMED') AS "confirmedBy",
    (SELECT count(*)::int FROM case_reference r WHERE r.case_number = c.number) AS references
  FROM governance_case c WHERE c.number = ANY($1::text[]) AND ${CASE_BOUNDARY}`);

/** Who stands behind each case, in one statement a batch. */
export const acceptanceByCase = recordLoader<AcceptanceRow>({
  scope: 'governance-center.case:read',
  discloses: null,
  read: (numbers, { database, areas, subjects }) => database.query(acceptances, [numbers, areas, subjects]),
  keysOf: ({ caseNumber }) => caseNumber,
});
