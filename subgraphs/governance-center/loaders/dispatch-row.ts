import type { dispatchKinds } from '../extracts/codes/case-codes.ts';
import type { Stored } from './case-row.ts';

/** Stages of an immediate response (三个阶段). */
export type DispatchStage = 'RECEIVE' | 'CONTACT' | 'ARRIVE';

/** An instruction to a unit. */
export interface DispatchRow {
  readonly id: string;
  readonly kind: Stored<typeof dispatchKinds>;
  readonly caseNumber: string;
  readonly unitCode: string;
  readonly issuedAt: string;
  readonly receivedAt: string | null;
  readonly contactedAt: string | null;
  readonly arrivedAt: string | null;
  readonly breaches: readonly DispatchStage[];
}

/** Minutes from the instruction within which each stage of an immediate response is due: 1 to receive, 3, and 10. */
export const STAGES = [
  { stage: 'RECEIVE', column: 'received_at', minutes: 1 },
  { stage: 'CONTACT', column: 'contacted_at', minutes: 3 },
  { stage: 'ARRIVE', column: 'arrived_at', minutes: 10 },
] as const satisfies readonly { stage: DispatchStage; column: string; minutes: number }[];

const breach = ({ stage, column, minutes }: (typeof STAGES)[number]) =>
  `CASE WHEN d.kind = 'RESPONSE' AND coalesce(d.${column}, now()) > d.issued_at + interval '${minutes} minutes'
    THEN '${stage}' END`;

/** The columns of a {@link DispatchRow}. */
export const DISPATCH_COLUMNS = `d.id, d.kind, d.case_number AS "caseNumber", d.unit_code AS "unitCode",
  d.issued_at AS "issuedAt", d.received_at AS "receivedAt", d.contacted_at AS "contactedAt",
  d.arrived_at AS "arrivedAt", array_remove(ARRAY[${STAGES.map(breach).join(', ')}], NULL) AS breaches`;

/** Row boundary of instructions: the viewer's areas ($2), or the matter in hand ($3). */
export const DISPATCH_BOUNDARY = '(d.area_code LIKE ANY($2::text[]) OR d.case_number = ANY($3::text[]))';
