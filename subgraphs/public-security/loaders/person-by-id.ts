import { ageBandSql, TODAY_SQL } from '../../../schema/kit/calendar/age-band-sql.ts';
import type { FamilyRelation } from '../../../schema/kit/code-tables/family-relation.ts';
import type { Sex } from '../../../schema/kit/code-tables/sexes.ts';
import { recordLoader } from '../../../schema/kit/register-loader.ts';
import { statement } from '../../../schema/register/statement.ts';

/** A person as the register shows them to anybody who may see them at all. */
export interface MaskedPerson {
  readonly id: string;
  readonly maskedName: string;
  readonly maskedIdNumber: string;
  readonly sex: Sex;
  /** The published band of the age today, or at the day of death. */
  readonly ageBand: string;
  readonly status: 'ALIVE' | 'DECEASED' | 'CANCELLED';
  readonly registration: 'REGISTERED' | 'FLOATING' | 'HK_MACAO_TAIWAN' | 'FOREIGN';
  readonly areaCode: string;
  readonly householdId: string | null;
  readonly registeredHouseholdId: string | null;
  readonly relation: FamilyRelation | null;
  readonly batchId: string;
}

const people = statement<MaskedPerson>(`
  SELECT person_id AS id, masked_name AS "maskedName", masked_id_number AS "maskedIdNumber", sex,
    ${ageBandSql('birth_date', `coalesce(ended_on, ${TODAY_SQL})`)} AS "ageBand", status, registration,
    area_code AS "areaCode", resident_household_id AS "householdId",
    registered_household_id AS "registeredHouseholdId", relation, batch_id AS "batchId"
  FROM person
  WHERE person_id = ANY($1::uuid[]) AND (area_code LIKE ANY($2::text[]) OR person_id::text = ANY($3::text[]))`);

/**
 * Loads people by id, masked. Whoever is visible as a subject or party brings the two households along, wherever they
 * lie: that a party lives among three others belongs to what may be seen of the party.
 */
export const personById = recordLoader<MaskedPerson>({
  scope: 'public-security.person:read',
  discloses: 'Person.masked',
  read: (ids, { database, areas, subjects }) => database.query(people, [ids, areas, subjects]),
  keysOf: ({ id }) => id,
  admits: ({ id, householdId, registeredHouseholdId }, { subjects }) =>
    subjects.has(id) ? [householdId, registeredHouseholdId].filter((household) => household !== null) : [],
});
