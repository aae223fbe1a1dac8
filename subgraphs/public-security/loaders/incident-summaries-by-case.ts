import { listLoader } from '../../../schema/kit/register-loader.ts';
import { placeOf } from '../../../schema/kit/sealing/register-seal.ts';
import { statement } from '../../../schema/register/statement.ts';

/** What an incident was about, in the words of those who took it down: it may name people. */
export interface IncidentSummary {
  readonly id: string;
  readonly number: string;
  readonly caseNumber: string;
  readonly summary: string | null;
}

const summaries = statement<IncidentSummary>(`
  SELECT i.id, i.number, o.case_number AS "caseNumber", i.summary
  FROM incident_handover o
  JOIN incident i ON i.number = o.incident_number
  WHERE o.case_number = ANY($1::text[])
    AND (i.area_code LIKE ANY($2::text[]) OR o.case_number = ANY($3::text[]))`);

/** Loads the narratives of the incidents that were handed over into each matter. */
export const incidentSummariesByCase = listLoader<IncidentSummary>({
  scope: 'governance-center.case:narrative',
  discloses: 'Incident.summary',
  read: async (caseNumbers, { database, areas, subjects }) =>
    (await database.query(summaries, [caseNumbers, areas, subjects])).map((row) => ({
      ...row,
      summary: database.seal.openNullable(row.summary, placeOf('incident', 'summary', [row.number])),
    })),
  keysOf: ({ caseNumber }) => caseNumber,
  // The register does not know whom a narrative names; the entry says that one was read.
  personsOf: () => [],
});
