import { recordLoader } from '../../../schema/kit/register-loader.ts';
import { statement } from '../../../schema/register/statement.ts';

/** That the register knows a person. What it knows, each question reads for itself. */
export interface AccountRow {
  readonly personId: string;
  readonly batchId: string;
}

const accounts = statement<AccountRow>(`
  SELECT person_id AS "personId", batch_id AS "batchId"
  FROM insured_person
  WHERE person_id = ANY($1::uuid[]) AND (area_code LIKE ANY($2::text[]) OR person_id::text = ANY($3::text[]))`);

/** Each person's account; null where social insurance does not know the person. */
export const accountByPerson = recordLoader<AccountRow>({
  scope: 'social-insurance.account:read',
  discloses: 'Person.socialInsurance',
  read: (people, { database, areas, subjects }) => database.query(accounts, [people, areas, subjects]),
  keysOf: ({ personId }) => personId,
});
