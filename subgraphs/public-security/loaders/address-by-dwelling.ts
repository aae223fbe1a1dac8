import { TODAY_SQL } from '../../../schema/kit/calendar/age-band-sql.ts';
import { recordLoader } from '../../../schema/kit/register-loader.ts';
import { placeOf } from '../../../schema/kit/sealing/register-seal.ts';
import { statement } from '../../../schema/register/statement.ts';

/** A dwelling's address, and who is at home there. */
export interface DwellingAddress {
  readonly id: string;
  readonly address: string;
  readonly personIds: readonly string[];
}

// $4 and $5 are the households and people of the matter where it bounds the scope, null where the areas do.
const addresses = statement<DwellingAddress>(`
  SELECT d.dwelling_id AS id, d.address, coalesce(home.person_ids, '{}') AS "personIds"
  FROM dwelling d
  CROSS JOIN LATERAL (
    SELECT array_agg(DISTINCT m.person_id::text) FILTER (WHERE m.person_id IS NOT NULL) AS person_ids,
      array_agg(DISTINCT h.household_id::text) AS household_ids
    FROM household h
    LEFT JOIN household_membership m ON m.household_id = h.household_id AND m.from_date <= ${TODAY_SQL}
      AND (m.to_date IS NULL OR m.to_date > ${TODAY_SQL})
    WHERE h.dwelling_id = d.dwelling_id) home
  WHERE d.dwelling_id = ANY($1::uuid[])
    AND (d.area_code LIKE ANY($2::text[]) OR home.household_ids && $3::text[])
    AND ($4::text[] IS NULL OR home.household_ids && $4::text[] OR home.person_ids && $5::text[])`);

/** Scope of addresses, of dwellings and of people. */
export const addressScope = 'public-security.address:read';

/** Loads the addresses of dwellings; bound to a matter, of those alone where one whom it concerns is at home. */
export const addressByDwelling = recordLoader<DwellingAddress>({
  scope: addressScope,
  discloses: 'Dwelling.address',
  // The key says nothing of who lives there, so the statement looks.
  subjectOf: null,
  read: async (ids, { database, areas, subjects, context }) => {
    const matter = context.reach(addressScope) === 'matter' ? context.viewer.matter : undefined;
    const bounds = matter === undefined ? [null, null] : [matter?.households ?? [], matter?.persons ?? []];
    const rows = await database.query(addresses, [ids, areas, subjects, ...bounds]);
    return rows.map((row) => ({
      ...row,
      address: database.seal.open(row.address, placeOf('dwelling', 'address', [row.id])),
    }));
  },
  keysOf: ({ id }) => id,
  personsOf: ({ personIds }) => personIds,
});
