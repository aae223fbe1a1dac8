import { recordLoader } from '../../../schema/kit/register-loader.ts';
import { statement } from '../../../schema/register/statement.ts';
import { GRID_COLUMNS, type GridRow } from './grid-row.ts';

const grids = statement<GridRow>(`SELECT ${GRID_COLUMNS} FROM grid g WHERE g.code = ANY($1::text[])`);

/** The grid of a code. */
export const gridByCode = recordLoader<GridRow>({
  scope: null,
  discloses: null,
  read: (codes, { database }) => database.query(grids, [codes]),
  keysOf: ({ code }) => code,
});
