import { recordLoader } from '../../../schema/kit/register-loader.ts';
import { statement } from '../../../schema/register/statement.ts';
import { GRID_COLUMNS, type GridRow } from './grid-row.ts';

type DwellingGrid = GridRow & { readonly dwellingId: string };

const grids = statement<DwellingGrid>(`
  SELECT DISTINCT ON (r.dwelling_id) r.dwelling_id AS "dwellingId", ${GRID_COLUMNS}
  FROM roster r JOIN grid g ON g.code = r.grid_code
  WHERE r.dwelling_id = ANY($1::uuid[])
    AND (r.area_code LIKE ANY($2::text[]) OR r.household_id::text = ANY($3::text[]) OR r.person_id::text = ANY($3::text[]))
  ORDER BY r.dwelling_id, r.person_id`);

/** The grid in which each dwelling lies, as far as somebody lives there. */
export const gridByDwelling = recordLoader<DwellingGrid>({
  scope: null,
  discloses: null,
  read: (dwellings, { database, areas, subjects }) => database.query(grids, [dwellings, areas, subjects]),
  keysOf: ({ dwellingId }) => dwellingId,
});
