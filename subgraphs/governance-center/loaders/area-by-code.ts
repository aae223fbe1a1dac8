import type { SubgraphContext } from '../../../schema/kit/context.ts';
import { recordLoader } from '../../../schema/kit/register-loader.ts';
import { statement } from '../../../schema/register/statement.ts';
import type { areaLevels } from '../extracts/codes/place-codes.ts';
import type { Stored } from './case-row.ts';

/** A division of the district. */
export interface AreaRow {
  readonly code: string;
  readonly name: string;
  readonly level: Stored<typeof areaLevels>;
  readonly parentCode: string | null;
}

/** The columns of an {@link AreaRow}; a parent outside the district is none. */
export const AREA_COLUMNS = `a.code, a.name, a.level,
  (SELECT parent.code FROM area parent WHERE parent.code = a.parent_code) AS "parentCode"`;

const areas = statement<AreaRow>(`SELECT ${AREA_COLUMNS} FROM area a WHERE a.code = ANY($1::text[])`);

/** The division of a code. */
export const areaByCode = recordLoader<AreaRow>({
  scope: null,
  discloses: null,
  read: (codes, { database }) => database.query(areas, [codes]),
  keysOf: ({ code }) => code,
});

/** A division as the graph passes it on: its code, and the row where a list has read it already. */
export type AreaReference = Pick<AreaRow, 'code'> & Partial<AreaRow>;

/** The row of a division. */
export const readArea = (context: SubgraphContext, reference: AreaReference): AreaRow | Promise<AreaRow | null> =>
  reference.name === undefined ? areaByCode.load(context, reference.code) : (reference as AreaRow);
