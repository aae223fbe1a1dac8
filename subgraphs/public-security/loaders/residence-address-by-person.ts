import { recordLoader } from '../../../schema/kit/register-loader.ts';
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
  read: (ids, { database, areas, subjects }) => database.query(addresses, [ids, areas, subjects]),
  keysOf: ({ id }) => id,
});
