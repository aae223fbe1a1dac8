import {
  type InsuranceScheme,
  socialInsuranceSchemes,
} from '../../../schema/kit/code-tables/social-insurance-schemes.ts';
import type { PageRequest } from '../../../schema/kit/paging.ts';
import { listLoader, recordLoader } from '../../../schema/kit/register-loader.ts';
import { statement } from '../../../schema/register/statement.ts';
import { schemeCodeOf } from './scheme-code.ts';

/** Which of a person's contributions are asked for: of a scheme, for months in [from, to). */
export interface ContributionSelection {
  readonly scheme?: InsuranceScheme | null;
  readonly from?: string | null;
  readonly to?: string | null;
}

/** What was due for one month; amounts in yuan with two decimals. */
export interface ContributionRow {
  readonly personId: string;
  readonly schemeCode: string;
  /** First day of the month. */
  readonly month: string;
  readonly base: string;
  readonly personal: string;
  readonly employer: string;
  readonly paidOn: string | null;
}

const scope = 'social-insurance.account:read';
const discloses = 'SocialInsuranceAccount.contributions';

const contributions = statement<ContributionRow>(`
  SELECT k.person_id AS "personId", c.scheme_code AS "schemeCode", c.month, c.base, c.personal_amount AS personal,
    c.employer_amount AS employer, c.paid_on AS "paidOn"
  FROM unnest($1::uuid[]) AS k(person_id)
  CROSS JOIN LATERAL (
    SELECT * FROM contribution c
    WHERE c.person_id = k.person_id
      AND (c.area_code LIKE ANY($2::text[]) OR c.person_id::text = ANY($3::text[]))
      AND c.scheme_code = ANY($4::text[]) AND c.month >= $5::date AND c.month < $6::date
      AND ($7::date IS NULL OR c.month < $7 OR (c.month = $7 AND c.scheme_code > $8::text))
    ORDER BY c.month DESC, c.scheme_code LIMIT $9
  ) c
  ORDER BY c.month DESC, c.scheme_code`);

/** One page of each person's contributions, newest first; people who are asked the same page share one statement. */
export const contributionsByPerson = listLoader<ContributionRow, ContributionSelection & PageRequest>({
  scope,
  discloses,
  read: (people, { database, areas, subjects }, { after, limit, ...selection }) => {
    const [month = null, schemeCode = null] = after ?? [];
    const values = [people, areas, subjects, ...bounds(selection), month, schemeCode, limit];
    return database.query(contributions, values);
  },
  keysOf: ({ personId }) => personId,
});

/** How many months of contributions a person has. */
export interface ContributionCount {
  readonly personId: string;
  readonly count: number;
}

const counts = statement<ContributionCount>(`
  SELECT person_id AS "personId", count(*)::int AS count
  FROM contribution
  WHERE person_id = ANY($1::uuid[])
    AND (area_code LIKE ANY($2::text[]) OR person_id::text = ANY($3::text[]))
    AND scheme_code = ANY($4::text[]) AND month >= $5::date AND month < $6::date
  GROUP BY person_id`);

/** How many contributions each person has in all; null for none. */
export const contributionCountByPerson = recordLoader<ContributionCount, ContributionSelection>({
  scope,
  discloses,
  read: (people, { database, areas, subjects }, selection) =>
    database.query(counts, [people, areas, subjects, ...bounds(selection)]),
  keysOf: ({ personId }) => personId,
});

// Bounds that always stand there lead through the table's key; a condition that may fall away would be a filter.
function bounds({ scheme, from, to }: ContributionSelection): readonly unknown[] {
  return [scheme ? [schemeCodeOf(scheme)] : socialInsuranceSchemes.values, from ?? '-infinity', to ?? 'infinity'];
}
