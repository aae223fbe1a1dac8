import { referenceRecord } from '../../../schema/kit/reference-loader.ts';
import { statement } from '../../../schema/register/statement.ts';
import { GRID_COLUMNS, type GridRow } from './grid-row.ts';

const grids = statement<GridRow>(`SELECT ${GRID_COLUMNS} FROM grid g WHERE g.code = ANY($1::text[])`);

/** The grid of a code. */
export const gridByCode = referenceRecord<GridRow>({
  read: (codes, database) => database.query(grids, [codes]),
  keysOf: ({ code }) => code,
});
