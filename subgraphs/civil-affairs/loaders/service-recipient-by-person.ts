import type { Sex } from '../../../schema/kit/code-tables/sexes.ts';
import { recordLoader } from '../../../schema/kit/register-loader.ts';
import { placeOf } from '../../../schema/kit/sealing/register-seal.ts';
import { statement } from '../../../schema/register/statement.ts';

/** What civil affairs' own files say of somebody's name, sex and birth date. */
export interface ServiceRecipientRow {
  readonly personId: string;
  readonly name: string;
  readonly sex: Sex;
  readonly birthDate: string;
}

const recipients = statement<ServiceRecipientRow>(`
  SELECT r.person_id AS "personId", r.name, r.sex, r.birth_date AS "birthDate" FROM service_recipient r
  WHERE r.person_id = ANY($1::uuid[]) AND (r.area_code LIKE ANY($2::text[]) OR r.person_id::text = ANY($3::text[]))`);

/** What civil affairs' own files say of each person, to be compared with other registers; null where they know none. */
export const serviceRecipientByPerson = recordLoader<ServiceRecipientRow>({
  scope: 'hub.data-quality:read',
  discloses: 'Person.civilAffairsRecord',
  read: async (people, { database, areas, subjects }) =>
    (await database.query(recipients, [people, areas, subjects])).map((row) => ({
      ...row,
      name: database.seal.open(row.name, placeOf('service_recipient', 'name', [row.personId])),
    })),
  keysOf: ({ personId }) => personId,
});
