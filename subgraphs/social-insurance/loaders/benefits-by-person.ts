import { listLoader } from '../../../schema/kit/register-loader.ts';
import { statement } from '../../../schema/register/statement.ts';

/** A benefit paid month by month, [from, to). */
export interface BenefitRow {
  readonly id: string;
  readonly personId: string;
  readonly schemeCode: string;
  readonly kindCode: string;
  /** Yuan with two decimals. */
  readonly monthlyAmount: string | null;
  readonly from: string;
  readonly to: string | null;
  readonly status: 'PAYING' | 'SUSPENDED' | 'ENDED';
}

const benefits = statement<BenefitRow>(`
  SELECT id, person_id AS "personId", scheme_code AS "schemeCode", kind_code AS "kindCode",
    monthly_amount AS "monthlyAmount", starts_on AS "from", ends_on AS "to", status
  FROM benefit
  WHERE person_id = ANY($1::uuid[]) AND (area_code LIKE ANY($2::text[]) OR person_id::text = ANY($3::text[]))
  ORDER BY starts_on DESC, number`);

/** The benefits of each person, newest first, in one statement a batch. */
export const benefitsByPerson = listLoader<BenefitRow>({
  scope: 'social-insurance.account:read',
  discloses: 'SocialInsuranceAccount.benefits',
  read: (people, { database, areas, subjects }) => database.query(benefits, [people, areas, subjects]),
  keysOf: ({ personId }) => personId,
});
