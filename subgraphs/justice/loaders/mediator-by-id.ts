import { validate } from 'uuid';
import { recordLoader } from '../../../schema/kit/register-loader.ts';
import { statement } from '../../../schema/register/statement.ts';
import { type MediatorRow, mediatorColumns, withMediatorOrganization } from './mediator-record.ts';

const mediators = statement<MediatorRow>(`
  SELECT ${mediatorColumns} FROM mediator d ${withMediatorOrganization} WHERE d.id = ANY($1::uuid[])`);

/** A mediator by the hub's id; open to every authenticated caller, as officials are. */
export const mediatorById = recordLoader<MediatorRow>({
  scope: null,
  discloses: null,
  read: (ids, { database }) => database.query(mediators, [ids.filter((id) => validate(id))]),
  keysOf: ({ id }) => id,
});
