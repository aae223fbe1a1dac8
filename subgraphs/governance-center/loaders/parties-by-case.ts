import { listLoader } from '../../../schema/kit/register-loader.ts';
import { statement } from '../../../schema/register/statement.ts';
import type { casePartyRoles } from '../extracts/codes/case-codes.ts';
import { CASE_BOUNDARY, type Stored } from './case-row.ts';

/** A party of a case; neither id for one that the register could not link. */
export interface CasePartyRow {
  readonly caseNumber: string;
  readonly role: Stored<typeof casePartyRoles>;
  readonly personId: string | null;
  readonly organizationCode: string | null;
}

const parties = statement<CasePartyRow>(`
  SELECT p.case_number AS "caseNumber", p.role, p.person_id AS "personId", p.organization_code AS "organizationCode"
  FROM case_party p JOIN governance_case c ON c.number = p.case_number
  WHERE p.case_number = ANY($1::text[]) AND ${CASE_BOUNDARY}
  ORDER BY p.case_number, p.party_number`);

/** The parties of each case in the order registered; they become visible to the viewer wherever they live. */
export const partiesByCase = listLoader<CasePartyRow>({
  scope: 'governance-center.case:read',
  discloses: 'Case.parties',
  read: (numbers, { database, areas, subjects }) => database.query(parties, [numbers, areas, subjects]),
  keysOf: ({ caseNumber }) => caseNumber,
  personsOf: ({ personId }) => (personId ? [personId] : []),
  admits: ({ personId }) => (personId ? [personId] : []),
});
