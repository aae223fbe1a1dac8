import type { InsuranceScheme } from '../../../schema/kit/code-tables/social-insurance-schemes.ts';
import { recordLoader } from '../../../schema/kit/register-loader.ts';
import { statement } from '../../../schema/register/statement.ts';
import type { ContributionCount } from './contributions-by-person.ts';
import { schemeCodeOf } from './scheme-code.ts';

const months = statement<ContributionCount>(`
  SELECT person_id AS "personId", count(*)::int AS count
  FROM contribution
  WHERE person_id = ANY($1::uuid[]) AND scheme_code = $4 AND paid_on IS NOT NULL
    AND (area_code LIKE ANY($2::text[]) OR person_id::text = ANY($3::text[]))
  GROUP BY person_id`);

/** How many months each person's contributions to a scheme have arrived for; null for none. */
export const contributionMonthsByPerson = recordLoader<ContributionCount, { readonly scheme: InsuranceScheme }>({
  scope: 'social-insurance.account:read',
  discloses: 'SocialInsuranceAccount.contributions',
  read: (people, { database, areas, subjects }, { scheme }) =>
    database.query(months, [people, areas, subjects, schemeCodeOf(scheme)]),
  keysOf: ({ personId }) => personId,
});
