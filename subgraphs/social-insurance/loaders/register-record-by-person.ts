import type { Sex } from '../../../schema/kit/code-tables/sexes.ts';
import { recordLoader } from '../../../schema/kit/register-loader.ts';
import { placeOf } from '../../../schema/kit/sealing/register-seal.ts';
import { statement } from '../../../schema/register/statement.ts';

/** What this register says of somebody, to be compared with what the others say. */
export interface RegisterRecordRow {
  readonly id: string;
  readonly name: string;
  readonly sex: Sex;
  readonly birthDate: string | null;
}

const records = statement<RegisterRecordRow>(`
  SELECT person_id AS id, name, sex, birth_date AS "birthDate"
  FROM insured_person
  WHERE person_id = ANY($1::uuid[]) AND (area_code LIKE ANY($2::text[]) OR person_id::text = ANY($3::text[]))`);

/** Loads this register's word on each person, for the comparison of registers alone. */
export const registerRecordByPerson = recordLoader<RegisterRecordRow>({
  scope: 'hub.data-quality:read',
  discloses: 'Person.socialInsuranceRecord',
  read: async (ids, { database, areas, subjects }) =>
    (await database.query(records, [ids, areas, subjects])).map((row) => ({
      ...row,
      name: database.seal.open(row.name, placeOf('insured_person', 'name', [row.id])),
    })),
  keysOf: ({ id }) => id,
});
