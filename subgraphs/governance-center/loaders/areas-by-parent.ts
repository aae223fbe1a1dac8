import { referenceList } from '../../../schema/kit/reference-loader.ts';
import { statement } from '../../../schema/register/statement.ts';
import { AREA_COLUMNS, type AreaRow } from './area-by-code.ts';

const children = statement<AreaRow>(
  `SELECT ${AREA_COLUMNS} FROM area a WHERE a.parent_code = ANY($1::text[]) ORDER BY a.code`,
);

/** The divisions directly within each division, by code. */
export const areasByParent = referenceList<AreaRow>({
  read: (codes, database) => database.query(children, [codes]),
  keysOf: ({ parentCode }) => parentCode ?? [],
});
