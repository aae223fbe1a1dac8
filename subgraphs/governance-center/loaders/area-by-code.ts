import type { SubgraphContext } from '../../../schema/kit/context.ts';
import { referenceRecord } from '../../../schema/kit/reference-loader.ts';
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
export const areaByCode = referenceRecord<AreaRow>({
  read: (codes, database) => database.query(areas, [codes]),
  keysOf: ({ code }) => code,
});

/** A division as the graph passes it on: its code, and the row where a list has read it already. */
export type AreaReference = Pick<AreaRow, 'code'> & Partial<AreaRow>;

/** Resolves a field from the division's row, without a promise where the row is known. */
export const fromArea =
  <Value>(read: (row: AreaRow) => Value) =>
  (reference: AreaReference, _args: object, context: SubgraphContext): Value | null | Promise<Value | null> => {
    const row = reference.name === undefined ? areaByCode.read(context, reference.code) : (reference as AreaRow);
    if (row instanceof Promise) return row.then((found) => found && read(found));
    return row && read(row);
  };
