import { TODAY_SQL } from '../../../schema/kit/calendar/age-band-sql.ts';
import { recordLoader } from '../../../schema/kit/register-loader.ts';
import { statement } from '../../../schema/register/statement.ts';

/** A household of either register with the number of its present members. */
export interface HouseholdRow {
  readonly id: string;
  readonly basis: 'REGISTERED' | 'RESIDENT';
  readonly headPersonId: string | null;
  readonly dwellingId: string | null;
  readonly areaCode: string;
  readonly size: number;
  readonly batchId: string;
}

const households = statement<HouseholdRow>(`
  SELECT h.household_id AS id, h.basis, h.head_person_id AS "headPersonId", h.dwelling_id AS "dwellingId",
    h.area_code AS "areaCode", present.size, h.batch_id AS "batchId"
  FROM household h
  CROSS JOIN LATERAL (
    SELECT count(DISTINCT m.person_id)::int AS size
    FROM household_membership m
    WHERE m.household_id = h.household_id AND m.from_date <= ${TODAY_SQL}
      AND (m.to_date IS NULL OR m.to_date > ${TODAY_SQL})) present
  WHERE h.household_id = ANY($1::uuid[])
    AND (h.area_code LIKE ANY($2::text[]) OR h.household_id::text = ANY($3::text[]))`);

/** Loads households by id; what is disclosed is their head's. */
export const householdById = recordLoader<HouseholdRow>({
  scope: 'public-security.person:read',
  discloses: 'Household',
  read: (ids, { database, areas, subjects }) => database.query(households, [ids, areas, subjects]),
  keysOf: ({ id }) => id,
  personsOf: ({ headPersonId }) => (headPersonId === null ? [] : [headPersonId]),
});
