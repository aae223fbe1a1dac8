import { validate } from 'uuid';
import { recordLoader } from '../../../schema/kit/register-loader.ts';
import { rowBoundary } from '../../../schema/kit/row-boundary.ts';
import { statement } from '../../../schema/register/statement.ts';
import { type AllowanceRow, allowanceColumns, visibleAllowance } from './allowance-record.ts';

const scope = 'civil-affairs.assistance:read';

const allowances = statement<AllowanceRow>(`
  SELECT ${allowanceColumns} FROM allowance a WHERE a.id = ANY($1::uuid[]) AND ${visibleAllowance}`);

/** An allowance by the hub's id; null unless it lies within the viewer's areas or is paid to the matter's subject. */
export const allowanceById = recordLoader<AllowanceRow>({
  scope,
  discloses: 'Person.allowances',
  subjectOf: null,
  read: (ids, { database, context }) => {
    const { areas, subjects } = rowBoundary(context, scope);
    return database.query(allowances, [ids.filter((id) => validate(id)), areas, subjects]);
  },
  keysOf: ({ id }) => id,
  personsOf: ({ personId }) => [personId],
});
