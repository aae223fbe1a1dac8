import type { InsuranceScheme } from '../../../schema/kit/code-tables/social-insurance-schemes.ts';
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
      AND ($4::text IS NULL OR c.scheme_code = $4)
      AND ($5::date IS NULL OR c.month >= $5)
      AND ($6::date IS NULL OR c.month < $6)
      AND ($7::date IS NULL OR c.month < $7 OR (c.month = $7 AND c.scheme_code > $8::text))
    ORDER BY c.month DESC, c.scheme_code LIMIT $9
  ) c
  ORDER BY c.month DESC, c.scheme_code`);

/** One page of each person's contributions, newest first; people who are asked the same page share one statement. */
export const contributionsByPerson = listLoader<ContributionRow, ContributionSelection & PageRequest>({
  scope,
  discloses,
  read: (people, { database, areas, subjects }, { scheme, from, to, after, limit }) => {
    const [month = null, schemeCode = null] = after ?? [];
    const selection = [schemeCodeOf(scheme), from ?? null, to ?? null];
    return database.query(contributions, [people, areas, subjects, ...selection, month, schemeCode, limit]);
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
    AND ($4::text IS NULL OR scheme_code = $4)
    AND ($5::date IS NULL OR month >= $5)
    AND ($6::date IS NULL OR month < $6)
  GROUP BY person_id`);

/** How many contributions each person has in all; null for none. */
export const contributionCountByPerson = recordLoader<ContributionCount, ContributionSelection>({
  scope,
  discloses,
  read: (people, { database, areas, subjects }, { scheme, from, to }) =>
    database.query(counts, [people, areas, subjects, schemeCodeOf(scheme), from ?? null, to ?? null]),
  keysOf: ({ personId }) => personId,
});
