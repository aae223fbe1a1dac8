import { TODAY_SQL } from '../../../schema/kit/calendar/age-band-sql.ts';
import type { FamilyRelation } from '../../../schema/kit/code-tables/family-relation.ts';
import { listLoader } from '../../../schema/kit/register-loader.ts';
import { statement } from '../../../schema/register/statement.ts';

/** Somebody who belongs to a household on the day asked for. */
export interface HouseholdMemberRow {
  readonly householdId: string;
  readonly personId: string;
  readonly relation: FamilyRelation;
  readonly since: string;
}

const members = statement<HouseholdMemberRow>(`
  SELECT m.household_id AS "householdId", m.person_id AS "personId", m.relation, m.from_date AS since
  FROM household_membership m
  JOIN household h ON h.household_id = m.household_id
  WHERE m.household_id = ANY($1::uuid[])
    AND (h.area_code LIKE ANY($2::text[]) OR h.household_id::text = ANY($3::text[]))
    AND m.from_date <= coalesce($4::date, ${TODAY_SQL})
    AND (m.to_date IS NULL OR m.to_date > coalesce($4::date, ${TODAY_SQL}))
  ORDER BY m.relation_code NOT IN ('01', '02'), m.relation_code, m.from_date, m.person_id`);

/**
 * Loads the members of households on a day (today where it is null), the head first. The members of a household that
 * the matter in hand concerns become visible, masked, wherever they live; those of other households do not, or kin
 * could be followed from one household to the next.
 */
export const membersByHousehold = listLoader<HouseholdMemberRow, { readonly asOf: string | null }>({
  scope: 'public-security.person:read',
  discloses: 'Household.members',
  read: (ids, { database, areas, subjects }, { asOf }) => database.query(members, [ids, areas, subjects, asOf]),
  keysOf: ({ householdId }) => householdId,
  personsOf: ({ personId }) => [personId],
  admits: ({ householdId, personId }, context) => (context.isMatterSubject(householdId) ? [personId] : []),
});
