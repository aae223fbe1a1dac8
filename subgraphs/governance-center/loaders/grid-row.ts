import type { gridKinds } from '../extracts/codes/place-codes.ts';
import type { Stored } from './case-row.ts';

/** A grid. */
export interface GridRow {
  readonly code: string;
  readonly name: string;
  readonly kind: Stored<typeof gridKinds>;
  readonly areaCode: string;
  readonly duties: readonly string[];
  readonly validFrom: string;
  readonly validTo: string | null;
}

/** The columns of a {@link GridRow}. */
export const GRID_COLUMNS = `g.code, g.name, g.kind, g.area_code AS "areaCode", coalesce(g.duties, '{}') AS duties,
  g.valid_from AS "validFrom", g.valid_to AS "validTo"`;
