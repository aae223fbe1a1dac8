import { recordLoader } from '../../../schema/kit/register-loader.ts';
import { placeOf } from '../../../schema/kit/sealing/register-seal.ts';
import { statement } from '../../../schema/register/statement.ts';

/** Where a person lives, to the door. */
export interface ResidenceAddress {
  readonly id: string;
  readonly address: string | null;
}

const addresses = statement<ResidenceAddress>(`
  SELECT person_id AS id, residence_address AS address
  FROM person
  WHERE person_id = ANY($1::uuid[]) AND (area_code LIKE ANY($2::text[]) OR person_id::text = ANY($3::text[]))`);

/** Loads the address at which each person lives. */
export const residenceAddressByPerson = recordLoader<ResidenceAddress>({
  scope: 'public-security.address:read',
  discloses: 'Person.residenceAddress',
  read: async (ids, { database, areas, subjects }) =>
    (await database.query(addresses, [ids, areas, subjects])).map(({ id, address }) => ({
      id,
      address: database.seal.openNullable(address, placeOf('person', 'residence_address', [id])),
    })),
  keysOf: ({ id }) => id,
});
