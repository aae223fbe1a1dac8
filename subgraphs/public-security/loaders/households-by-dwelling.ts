import { TODAY_SQL } from '../../../schema/kit/calendar/age-band-sql.ts';
import { listLoader } from '../../../schema/kit/register-loader.ts';
import { statement } from '../../../schema/register/statement.ts';

/** A household that has its place in a dwelling. */
export interface DwellingHousehold {
  readonly dwellingId: string;
  readonly id: string;
  readonly headPersonId: string | null;
}

const households = statement<DwellingHousehold>(`
  SELECT h.dwelling_id AS "dwellingId", h.household_id AS id, h.head_person_id AS "headPersonId"
  FROM household h
  WHERE h.dwelling_id = ANY($1::uuid[]) AND (h.area_code LIKE ANY($2::text[]) OR h.household_id::text = ANY($3::text[]))
    AND EXISTS (
      SELECT FROM household_membership m
      WHERE m.household_id = h.household_id AND m.from_date <= ${TODAY_SQL}
        AND (m.to_date IS NULL OR m.to_date > ${TODAY_SQL}))
  ORDER BY h.basis DESC, h.household_id`);

const scope = 'public-security.person:read';

/** Loads the households of both registers that have members and their place in each dwelling. */
export const householdsByDwelling = listLoader<DwellingHousehold>({
  scope,
  discloses: 'Dwelling.households',
  // A dwelling is nobody's matter: only households that the matter concerns count where the scope is bound to it.
  subjectOf: null,
  read: async (ids, { database, areas, subjects, context }) => {
    const rows = await database.query(households, [ids, areas, subjects]);
    return context.reach(scope) === 'areas' ? rows : rows.filter(({ id }) => context.isMatterSubject(id));
  },
  keysOf: ({ dwellingId }) => dwellingId,
  personsOf: ({ headPersonId }) => (headPersonId === null ? [] : [headPersonId]),
});
