import { listLoader } from '../../../schema/kit/register-loader.ts';
import { statement } from '../../../schema/register/statement.ts';

/** What an incident was about, in the words of those who took it down: it may name people. */
export interface IncidentSummary {
  readonly id: string;
  readonly caseNumber: string;
  readonly summary: string | null;
}

const summaries = statement<IncidentSummary>(`
  SELECT i.id, o.case_number AS "caseNumber", i.summary
  FROM incident_handover o
  JOIN incident i ON i.number = o.incident_number
  WHERE o.case_number = ANY($1::text[])
    AND (i.area_code LIKE ANY($2::text[]) OR o.case_number = ANY($3::text[]))`);

/** Loads the narratives of the incidents that were handed over into each matter. */
export const incidentSummariesByCase = listLoader<IncidentSummary>({
  scope: 'governance-center.case:narrative',
  discloses: 'Incident.summary',
  read: (caseNumbers, { database, areas, subjects }) => database.query(summaries, [caseNumbers, areas, subjects]),
  keysOf: ({ caseNumber }) => caseNumber,
  // The register does not know whom a narrative names; the entry says that one was read.
  personsOf: () => [],
});
