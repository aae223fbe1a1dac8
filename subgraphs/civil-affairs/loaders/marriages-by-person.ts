import { listLoader } from '../../../schema/kit/register-loader.ts';
import { statement } from '../../../schema/register/statement.ts';
import { type MarriageRow, marriageColumns, visibleMarriage } from './marriage-record.ts';

const marriages = statement<MarriageRow>(`
  SELECT ${marriageColumns} FROM marriage m
  WHERE (m.first_spouse_id = ANY($1::uuid[]) OR m.second_spouse_id = ANY($1::uuid[])) AND ${visibleMarriage}
  ORDER BY m.registered_on DESC, m.id DESC`);

/**
 * The marriages of each person, newest first, in one statement a batch. Somebody whom the register does not know has
 * none: that is an answer, not an error.
 */
export const marriagesByPerson = listLoader<MarriageRow>({
  scope: 'civil-affairs.marriage:read',
  discloses: 'Person.marriages',
  read: (people, { database, areas, subjects }) => database.query(marriages, [people, areas, subjects]),
  keysOf: ({ firstSpouseId, secondSpouseId }) => [firstSpouseId, secondSpouseId],
  personsOf: ({ firstSpouseId, secondSpouseId }) => [firstSpouseId, secondSpouseId],
});
