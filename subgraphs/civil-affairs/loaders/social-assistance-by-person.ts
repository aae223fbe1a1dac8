import { listLoader } from '../../../schema/kit/register-loader.ts';
import { statement } from '../../../schema/register/statement.ts';
import { type SocialAssistanceRow, socialAssistanceColumns } from './social-assistance-record.ts';

interface AssistanceOfPerson extends SocialAssistanceRow {
  readonly key: string;
}

const assistance = statement<AssistanceOfPerson>(`
  SELECT b.person_id AS key, ${socialAssistanceColumns}
  FROM (SELECT DISTINCT person_id, assistance_number FROM assistance_beneficiary WHERE person_id = ANY($1::uuid[])) b
  JOIN social_assistance s ON s.number = b.assistance_number
  WHERE s.area_code LIKE ANY($2::text[]) OR b.person_id::text = ANY($3::text[])
  ORDER BY s.starts_on DESC, s.id DESC`);

/** The assistance of which each person is a beneficiary, newest first, in one statement a batch. */
export const socialAssistanceByPerson = listLoader<AssistanceOfPerson>({
  scope: 'civil-affairs.assistance:read',
  discloses: 'Person.socialAssistance',
  read: (people, { database, areas, subjects }) => database.query(assistance, [people, areas, subjects]),
  keysOf: ({ key }) => key,
  personsOf: ({ beneficiaryIds }) => beneficiaryIds,
});
