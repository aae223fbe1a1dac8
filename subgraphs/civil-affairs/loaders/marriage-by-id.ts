import { validate } from 'uuid';
import { recordLoader } from '../../../schema/kit/register-loader.ts';
import { rowBoundary } from '../../../schema/kit/row-boundary.ts';
import { statement } from '../../../schema/register/statement.ts';
import { type MarriageRow, marriageColumns, visibleMarriage } from './marriage-record.ts';

const scope = 'civil-affairs.marriage:read';

const marriages = statement<MarriageRow>(`
  SELECT ${marriageColumns} FROM marriage m WHERE m.id = ANY($1::uuid[]) AND ${visibleMarriage}`);

/** A marriage by the hub's id; null unless it lies within the viewer's areas or the matter concerns a spouse. */
export const marriageById = recordLoader<MarriageRow>({
  scope,
  discloses: 'Person.marriages',
  subjectOf: null,
  read: (ids, { database, context }) => {
    const { areas, subjects } = rowBoundary(context, scope);
    return database.query(marriages, [ids.filter((id) => validate(id)), areas, subjects]);
  },
  keysOf: ({ id }) => id,
  personsOf: ({ firstSpouseId, secondSpouseId }) => [firstSpouseId, secondSpouseId],
});
