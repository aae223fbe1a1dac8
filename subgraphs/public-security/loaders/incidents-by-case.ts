import { listLoader } from '../../../schema/kit/register-loader.ts';
import { statement } from '../../../schema/register/statement.ts';

/** An incident that was handed to the governance centre, without its narrative. */
export interface IncidentRow {
  readonly id: string;
  readonly caseNumber: string;
  readonly number: string;
  readonly kind: string;
  readonly level: number;
  readonly channel: 'HOTLINE_110' | 'WALK_IN' | 'PATROL' | 'TRANSFER' | 'ONLINE';
  readonly reportedAt: string;
  readonly dispatchedAt: string | null;
  readonly arrivedAt: string | null;
  readonly areaCode: string;
  readonly outcome:
    | 'IN_PROGRESS'
    | 'RESOLVED_ON_SITE'
    | 'MEDIATED'
    | 'ADMINISTRATIVE_CASE'
    | 'CRIMINAL_CASE'
    | 'TRANSFERRED'
    | 'UNFOUNDED';
  readonly batchId: string;
}

/** Incidents with the matters they were handed to; there is no way to one from a person. */
export const INCIDENT_SQL = `
  SELECT i.id, o.case_number AS "caseNumber", i.number, i.kind, i.level, i.channel, i.reported_at AS "reportedAt",
    i.dispatched_at AS "dispatchedAt", i.arrived_at AS "arrivedAt", i.area_code AS "areaCode", i.outcome,
    i.batch_id AS "batchId"
  FROM incident_handover o
  JOIN incident i ON i.number = o.incident_number`;

const incidents = statement<IncidentRow>(`${INCIDENT_SQL}
  WHERE o.case_number = ANY($1::text[])
    AND (i.area_code LIKE ANY($2::text[]) OR o.case_number = ANY($3::text[]))
  ORDER BY i.reported_at, i.number`);

/** Loads the incidents that were handed over into each matter, oldest first. Whom they concern is not kept here. */
export const incidentsByCase = listLoader<IncidentRow>({
  scope: 'public-security.incident:read',
  discloses: null,
  read: (caseNumbers, { database, areas, subjects }) => database.query(incidents, [caseNumbers, areas, subjects]),
  keysOf: ({ caseNumber }) => caseNumber,
});
