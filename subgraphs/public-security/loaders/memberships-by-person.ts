import type { FamilyRelation } from '../../../schema/kit/code-tables/family-relation.ts';
import { listLoader } from '../../../schema/kit/register-loader.ts';
import { statement } from '../../../schema/register/statement.ts';

/** One stay of a person in a household, [from, to). */
export interface HouseholdMembershipRow {
  readonly personId: string;
  readonly householdId: string;
  readonly basis: 'REGISTERED' | 'RESIDENT';
  readonly relation: FamilyRelation;
  readonly from: string;
  readonly to: string | null;
}

const memberships = statement<HouseholdMembershipRow>(`
  SELECT m.person_id AS "personId", m.household_id AS "householdId", m.basis, m.relation,
    m.from_date AS "from", m.to_date AS "to"
  FROM household_membership m
  JOIN person p ON p.person_id = m.person_id
  WHERE m.person_id = ANY($1::uuid[]) AND (p.area_code LIKE ANY($2::text[]) OR p.person_id::text = ANY($3::text[]))
  ORDER BY m.from_date, m.basis, m.household_id`);

/** Loads the households that each person ever belonged to, of both registers, oldest first. */
export const membershipsByPerson = listLoader<HouseholdMembershipRow>({
  scope: 'public-security.person:read',
  discloses: 'Person.householdHistory',
  read: (ids, { database, areas, subjects }) => database.query(memberships, [ids, areas, subjects]),
  keysOf: ({ personId }) => personId,
});
