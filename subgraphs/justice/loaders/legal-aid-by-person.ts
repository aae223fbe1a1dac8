import { listLoader } from '../../../schema/kit/register-loader.ts';
import { statement } from '../../../schema/register/statement.ts';
import { type LegalAidRow, legalAidColumns } from './legal-aid-record.ts';

const legalAid = statement<LegalAidRow>(`
  SELECT ${legalAidColumns} FROM legal_aid l
  WHERE l.person_id = ANY($1::uuid[]) AND (l.area_code LIKE ANY($2::text[]) OR l.person_id::text = ANY($3::text[]))
  ORDER BY l.applied_on DESC, l.id DESC`);

/** The applications for legal aid of each person, newest first, in one statement a batch. */
export const legalAidByPerson = listLoader<LegalAidRow>({
  scope: 'justice.legal-aid:read',
  discloses: 'Person.legalAid',
  read: (people, { database, areas, subjects }) => database.query(legalAid, [people, areas, subjects]),
  keysOf: ({ personId }) => personId,
});
