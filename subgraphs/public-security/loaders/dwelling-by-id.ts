import { recordLoader } from '../../../schema/kit/register-loader.ts';
import { statement } from '../../../schema/register/statement.ts';

/** A dwelling without its address. */
export interface DwellingRow {
  readonly id: string;
  readonly areaCode: string;
}

const dwellings = statement<DwellingRow>(`
  SELECT d.dwelling_id AS id, d.area_code AS "areaCode"
  FROM dwelling d
  WHERE d.dwelling_id = ANY($1::uuid[])
    AND (d.area_code LIKE ANY($2::text[]) OR EXISTS (
      SELECT FROM household h WHERE h.dwelling_id = d.dwelling_id AND h.household_id::text = ANY($3::text[])))`);

/** Loads dwellings by id. A dwelling is a place and concerns nobody by itself. */
export const dwellingById = recordLoader<DwellingRow>({
  scope: 'public-security.person:read',
  discloses: null,
  subjectOf: null,
  read: (ids, { database, areas, subjects }) => database.query(dwellings, [ids, areas, subjects]),
  keysOf: ({ id }) => id,
});
