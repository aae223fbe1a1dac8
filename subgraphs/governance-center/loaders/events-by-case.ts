import { listLoader } from '../../../schema/kit/register-loader.ts';
import { statement } from '../../../schema/register/statement.ts';
import type { caseEventKinds, caseStatuses } from '../extracts/codes/case-codes.ts';
import { CASE_BOUNDARY, type Stored } from './case-row.ts';

/** A step in the life of a case, without its note. */
export interface CaseEventRow {
  readonly caseNumber: string;
  readonly id: string;
  readonly kind: Stored<typeof caseEventKinds>;
  readonly at: string;
  readonly by: string;
  readonly organizationCode: string | null;
  readonly fromStatus: Stored<typeof caseStatuses> | null;
  readonly toStatus: Stored<typeof caseStatuses> | null;
  readonly legalGround: string | null;
}

const events = statement<CaseEventRow>(`
  SELECT e.case_number AS "caseNumber", e.id, e.kind, e.at, e.by, e.organization_code AS "organizationCode",
    e.from_status AS "fromStatus", e.to_status AS "toStatus", e.legal_ground AS "legalGround"
  FROM case_event e JOIN governance_case c ON c.number = e.case_number
  WHERE e.case_number = ANY($1::text[]) AND ${CASE_BOUNDARY}
  ORDER BY e.case_number, e.event_number`);

/** The life of each case, oldest step first. */
export const eventsByCase = listLoader<CaseEventRow>({
  scope: 'governance-center.case:read',
  discloses: null,
  read: (numbers, { database, areas, subjects }) => database.query(events, [numbers, areas, subjects]),
  keysOf: ({ caseNumber }) => caseNumber,
});
