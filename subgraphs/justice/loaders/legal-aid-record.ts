export type LegalAidStatus = 'APPLIED' | 'APPROVED' | 'REFUSED' | 'IN_PROGRESS' | 'CLOSED';

/** An application for legal aid as the register answers it. */
export interface LegalAidRow {
  readonly id: string;
  readonly personId: string;
  readonly matter: string;
  readonly status: LegalAidStatus;
  readonly appliedOn: string;
  readonly decidedOn: string | null;
  readonly dueOn: string;
  readonly meansTestExempt: boolean;
  readonly batchId: string;
}

/** Select list of an application `l`. */
export const legalAidColumns = `l.id, l.person_id AS "personId", l.matter, l.status, l.applied_on AS "appliedOn",
  l.decided_on AS "decidedOn", l.due_on AS "dueOn", l.means_test_exempt AS "meansTestExempt", l.batch_id AS "batchId"`;
