import { recordLoader } from '../../../schema/kit/register-loader.ts';
import { statement } from '../../../schema/register/statement.ts';
import { DISPATCH_BOUNDARY, DISPATCH_COLUMNS, type DispatchRow } from './dispatch-row.ts';

const dispatches = statement<DispatchRow>(
  `SELECT ${DISPATCH_COLUMNS} FROM dispatch d WHERE d.id = ANY($1::uuid[]) AND ${DISPATCH_BOUNDARY}`,
);

/** The instruction of an id. */
export const dispatchById = recordLoader<DispatchRow>({
  scope: 'governance-center.case:read',
  discloses: null,
  read: (ids, { database, areas, subjects }) => database.query(dispatches, [ids, areas, subjects]),
  keysOf: ({ id }) => id,
});
