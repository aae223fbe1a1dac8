import type { EnrolmentStatus } from '../../../schema/kit/code-tables/social-insurance-statuses.ts';
import { listLoader } from '../../../schema/kit/register-loader.ts';
import { statement } from '../../../schema/register/statement.ts';

/** A stay in a scheme, [from, to), with the employer if there was one. */
export interface EnrolmentRow {
  readonly personId: string;
  readonly schemeCode: string;
  readonly status: EnrolmentStatus;
  readonly statusCode: string;
  readonly creditCode: string | null;
  readonly employerName: string | null;
  readonly from: string;
  readonly to: string | null;
}

const enrolments = statement<EnrolmentRow>(`
  SELECT e.person_id AS "personId", e.scheme_code AS "schemeCode", e.status, e.status_code AS "statusCode",
    o.credit_code AS "creditCode", o.name AS "employerName", e.starts_on AS "from", e.ends_on AS "to"
  FROM enrolment e LEFT JOIN employer o ON o.number = e.employer_number
  WHERE e.person_id = ANY($1::uuid[]) AND (e.area_code LIKE ANY($2::text[]) OR e.person_id::text = ANY($3::text[]))
  ORDER BY e.starts_on DESC, e.scheme_code`);

/** The enrolments of each person with their employers, newest first, in one statement a batch. */
export const enrolmentsByPerson = listLoader<EnrolmentRow>({
  scope: 'social-insurance.account:read',
  discloses: 'SocialInsuranceAccount.enrolments',
  read: (people, { database, areas, subjects }) => database.query(enrolments, [people, areas, subjects]),
  keysOf: ({ personId }) => personId,
});
