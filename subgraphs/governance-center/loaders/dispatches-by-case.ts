import { listLoader } from '../../../schema/kit/register-loader.ts';
import { statement } from '../../../schema/register/statement.ts';
import { DISPATCH_BOUNDARY, DISPATCH_COLUMNS, type DispatchRow } from './dispatch-row.ts';

const dispatches = statement<DispatchRow>(`
  SELECT ${DISPATCH_COLUMNS} FROM dispatch d
  WHERE d.case_number = ANY($1::text[]) AND ${DISPATCH_BOUNDARY}
  ORDER BY d.case_number, d.issued_at, d.number`);

/** The instructions given in each case, oldest first. */
export const dispatchesByCase = listLoader<DispatchRow>({
  scope: 'governance-center.case:read',
  discloses: null,
  read: (numbers, { database, areas, subjects }) => database.query(dispatches, [numbers, areas, subjects]),
  keysOf: ({ caseNumber }) => caseNumber,
});
