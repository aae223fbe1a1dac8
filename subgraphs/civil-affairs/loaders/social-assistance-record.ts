import type { BenefitStatus } from './allowance-record.ts';

export type AssistanceKind = 'SUBSISTENCE_ALLOWANCE' | 'EXTREME_HARDSHIP' | 'MARGINAL_LOW_INCOME' | 'TEMPORARY';

/** Assistance granted to a family, as the register answers it. */
export interface SocialAssistanceRow {
  readonly id: string;
  readonly householdId: string;
  readonly kind: AssistanceKind;
  readonly monthlyAmount: string;
  readonly from: string;
  readonly to: string | null;
  readonly nextReviewOn: string | null;
  readonly status: BenefitStatus;
  readonly batchId: string;
  /** Ids of those members of the assisted family who could be linked, in the order of the record. */
  readonly beneficiaryIds: readonly string[];
}

/** Select list of an assistance `s`. */
export const socialAssistanceColumns = `s.id, s.household_id AS "householdId", s.kind,
  s.monthly_amount AS "monthlyAmount", s.starts_on AS "from", s.ends_on AS "to", s.next_review_on AS "nextReviewOn",
  s.status, s.batch_id AS "batchId",
  ARRAY(SELECT member.person_id FROM assistance_beneficiary member
        WHERE member.assistance_number = s.number AND member.person_id IS NOT NULL
        ORDER BY member.sequence) AS "beneficiaryIds"`;
