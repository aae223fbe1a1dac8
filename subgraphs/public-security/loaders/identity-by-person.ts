import type { IdentityDocumentKind } from '../../../schema/kit/code-tables/identity-documents.ts';
import { recordLoader } from '../../../schema/kit/register-loader.ts';
import { placeOf } from '../../../schema/kit/sealing/register-seal.ts';
import { statement } from '../../../schema/register/statement.ts';

/** A person in clear: the content of the sealed envelope. */
export interface PersonIdentityRow {
  readonly id: string;
  readonly name: string;
  readonly formerName: string | null;
  readonly idNumber: string;
  readonly documentKind: IdentityDocumentKind;
  readonly birthDate: string;
  readonly phone: string | null;
  readonly previousIdNumbers: readonly string[];
}

const identities = statement<PersonIdentityRow>(`
  SELECT person_id AS id, name, former_name AS "formerName", id_number AS "idNumber",
    document_kind AS "documentKind", birth_date AS "birthDate", phone,
    coalesce(previous_id_numbers, '{}') AS "previousIdNumbers"
  FROM person
  WHERE person_id = ANY($1::uuid[]) AND (area_code LIKE ANY($2::text[]) OR person_id::text = ANY($3::text[]))`);

/** Opens the envelopes of people, each opening a disclosure. */
export const identityByPerson = recordLoader<PersonIdentityRow>({
  scope: 'public-security.person:identify',
  discloses: 'Person.identity',
  read: async (ids, { database, areas, subjects }) => {
    const { seal } = database;
    return (await database.query(identities, [ids, areas, subjects])).map((row) => {
      const place = (column: string) => placeOf('person', column, [row.id]);
      return {
        ...row,
        name: seal.open(row.name, place('name')),
        formerName: seal.openNullable(row.formerName, place('former_name')),
        idNumber: seal.open(row.idNumber, place('id_number')),
        phone: seal.openNullable(row.phone, place('phone')),
        previousIdNumbers: row.previousIdNumbers.map((number) => seal.open(number, place('previous_id_numbers'))),
      };
    });
  },
  keysOf: ({ id }) => id,
});
