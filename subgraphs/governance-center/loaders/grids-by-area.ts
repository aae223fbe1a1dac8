import type { PageRequest } from '../../../schema/kit/paging.ts';
import { listLoader, recordLoader } from '../../../schema/kit/register-loader.ts';
import { statement } from '../../../schema/register/statement.ts';
import { andAfter, andConditions } from './conditions.ts';
import { GRID_COLUMNS, type GridRow } from './grid-row.ts';

/** Which grids of an area. */
export interface GridsAsked {
  readonly kind: string | null;
}

type AreaGrid = GridRow & { readonly within: string };

const CURRENT = `starts_with(g.area_code, area.code) AND (g.valid_to IS NULL OR g.valid_to > current_date)`;

/** A page of the grids that lie in each area today, by code. */
export const gridsByArea = listLoader<AreaGrid, PageRequest & GridsAsked>({
  scope: null,
  discloses: null,
  read: (codes, { database }, { limit, after, kind }) => {
    const values: unknown[] = [codes, limit];
    const where = andConditions(values, [['g.kind = ?', kind]]) + andAfter(values, 'g.code', '>', after);
    const text = `SELECT area.code AS within, grids.* FROM unnest($1::text[]) AS area(code) CROSS JOIN LATERAL (
        SELECT ${GRID_COLUMNS} FROM grid g WHERE ${CURRENT}${where} ORDER BY g.code LIMIT $2
      ) grids ORDER BY grids.code`;
    return database.query(statement<AreaGrid>(text), values);
  },
  keysOf: ({ within }) => within,
});

interface GridCount {
  readonly within: string;
  readonly count: number;
}

/** How many grids lie in each area today. */
export const gridCountByArea = recordLoader<GridCount, GridsAsked>({
  scope: null,
  discloses: null,
  read: (codes, { database }, { kind }) => {
    const values: unknown[] = [codes];
    const where = andConditions(values, [['g.kind = ?', kind]]);
    const text = `SELECT area.code AS within, (SELECT count(*)::int FROM grid g WHERE ${CURRENT}${where}) AS count
      FROM unnest($1::text[]) AS area(code)`;
    return database.query(statement<GridCount>(text), values);
  },
  keysOf: ({ within }) => within,
});
