export type AllowanceKind = 'ADVANCED_AGE' | 'DISABILITY_LIVING' | 'DISABILITY_NURSING' | 'ORPHAN';
export type BenefitStatus = 'ACTIVE' | 'SUSPENDED' | 'ENDED';

/** An allowance as the register answers it. */
export interface AllowanceRow {
  readonly id: string;
  readonly personId: string;
  readonly kind: AllowanceKind;
  readonly monthlyAmount: string;
  readonly from: string;
  readonly to: string | null;
  readonly status: BenefitStatus;
  readonly batchId: string;
}

/** Select list of an allowance `a`. */
export const allowanceColumns = `a.id, a.person_id AS "personId", a.kind, a.monthly_amount AS "monthlyAmount",
  a.starts_on AS "from", a.ends_on AS "to", a.status, a.batch_id AS "batchId"`;

/** Condition under which an allowance `a` is visible: within the areas ($2), or paid to a subject ($3). */
export const visibleAllowance = '(a.area_code LIKE ANY($2::text[]) OR a.person_id::text = ANY($3::text[]))';
