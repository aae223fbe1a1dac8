import { listLoader } from '../../../schema/kit/register-loader.ts';
import { statement } from '../../../schema/register/statement.ts';
import { type AllowanceRow, allowanceColumns, visibleAllowance } from './allowance-record.ts';

const allowances = statement<AllowanceRow>(`
  SELECT ${allowanceColumns} FROM allowance a
  WHERE a.person_id = ANY($1::uuid[]) AND ${visibleAllowance}
  ORDER BY a.starts_on DESC, a.id DESC`);

/** The allowances of each person, newest first, in one statement a batch. */
export const allowancesByPerson = listLoader<AllowanceRow>({
  scope: 'civil-affairs.assistance:read',
  discloses: 'Person.allowances',
  read: (people, { database, areas, subjects }) => database.query(allowances, [people, areas, subjects]),
  keysOf: ({ personId }) => personId,
});
