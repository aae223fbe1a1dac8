import { validate } from 'uuid';
import { recordLoader } from '../../../schema/kit/register-loader.ts';
import { rowBoundary } from '../../../schema/kit/row-boundary.ts';
import { statement } from '../../../schema/register/statement.ts';
import { type LegalAidRow, legalAidColumns } from './legal-aid-record.ts';

const scope = 'justice.legal-aid:read';

const legalAid = statement<LegalAidRow>(`
  SELECT ${legalAidColumns} FROM legal_aid l
  WHERE l.id = ANY($1::uuid[]) AND (l.area_code LIKE ANY($2::text[]) OR l.person_id::text = ANY($3::text[]))`);

/** An application for legal aid by the hub's id; null outside the viewer's boundary. */
export const legalAidById = recordLoader<LegalAidRow>({
  scope,
  discloses: 'Person.legalAid',
  subjectOf: null,
  read: (ids, { database, context }) => {
    const { areas, subjects } = rowBoundary(context, scope);
    return database.query(legalAid, [ids.filter((id) => validate(id)), areas, subjects]);
  },
  keysOf: ({ id }) => id,
  personsOf: ({ personId }) => [personId],
});
