import { recordLoader } from '../../../schema/kit/register-loader.ts';
import { statement } from '../../../schema/register/statement.ts';
import { GRID_COLUMNS, type GridRow } from './grid-row.ts';

type HouseholdGrid = GridRow & { readonly householdId: string };

const grids = statement<HouseholdGrid>(`
  SELECT DISTINCT ON (r.household_id) r.household_id AS "householdId", ${GRID_COLUMNS}
  FROM roster r JOIN grid g ON g.code = r.grid_code
  WHERE r.household_id = ANY($1::uuid[])
    AND (r.area_code LIKE ANY($2::text[]) OR r.household_id::text = ANY($3::text[]) OR r.person_id::text = ANY($3::text[]))
  ORDER BY r.household_id, r.person_id`);

/** The grid in which each household lives. */
export const gridByHousehold = recordLoader<HouseholdGrid>({
  scope: null,
  discloses: null,
  read: (households, { database, areas, subjects }) => database.query(grids, [households, areas, subjects]),
  keysOf: ({ householdId }) => householdId,
});
