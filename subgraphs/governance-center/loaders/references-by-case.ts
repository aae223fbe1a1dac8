import { listLoader } from '../../../schema/kit/register-loader.ts';
import { statement } from '../../../schema/register/statement.ts';
import { CASE_BOUNDARY } from './case-row.ts';

/** A number that a case bears elsewhere. */
export interface ExternalReferenceRow {
  readonly caseNumber: string;
  readonly system: string;
  readonly number: string;
}

const references = statement<ExternalReferenceRow>(`
  SELECT r.case_number AS "caseNumber", r.system, r.number
  FROM case_reference r JOIN governance_case c ON c.number = r.case_number
  WHERE r.case_number = ANY($1::text[]) AND ${CASE_BOUNDARY}
  ORDER BY r.case_number, r.system, r.number`);

/** The numbers of each case at 110, 12345, the court and the petition office. */
export const referencesByCase = listLoader<ExternalReferenceRow>({
  scope: 'governance-center.case:read',
  discloses: null,
  read: (numbers, { database, areas, subjects }) => database.query(references, [numbers, areas, subjects]),
  keysOf: ({ caseNumber }) => caseNumber,
});
