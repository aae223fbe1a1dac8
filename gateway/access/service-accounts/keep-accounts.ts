import type { Database } from '../../../schema/register/database.ts';
import { rangeStatement, statement } from '../../../schema/register/statement.ts';
import type { NewServiceAccount, ServiceAccount } from './service-account.ts';

const COLUMNS = `client, organization, department, persona, scopes, areas, subject, certificate,
  valid_from AS "validFrom", valid_to AS "validTo"`;
const IN_FORCE = '(valid_to IS NULL OR valid_to > now())';

const everyAccount = rangeStatement<ServiceAccount>(
  `SELECT ${COLUMNS} FROM service_account ORDER BY organization, client, valid_from`,
);

const enter = statement<{ client: string }>(`
  INSERT INTO service_account (client, organization, department, persona, scopes, areas, subject, certificate,
                               valid_from, valid_to)
  SELECT $1, $2, $3, $4, $5, $6, $7, $8, now(), $9
  WHERE NOT EXISTS (
    SELECT FROM service_account WHERE ${IN_FORCE} AND (client = $1 OR certificate = $8))
  RETURNING client`);

const end = statement<{ client: string }>(`
  UPDATE service_account SET valid_to = now() WHERE client = $1 AND ${IN_FORCE} RETURNING client`);

/** Every account there is and was. */
export const listAccounts = (database: Database): Promise<ServiceAccount[]> => database.query(everyAccount, []);

/** Enters an account from now on; false where its client or its certificate has one already. */
export async function addAccount(database: Database, account: NewServiceAccount): Promise<boolean> {
  const { client, organization, department, persona, scopes, areas, subject, certificate, validTo } = account;
  const values = [client, organization, department, persona, scopes, areas, subject, certificate, validTo];
  return (await database.query(enter, values)).length > 0;
}

/** Ends the account of a client, in every process within a second; false where it has none. */
export const endAccount = async (database: Database, client: string): Promise<boolean> =>
  (await database.query(end, [client])).length > 0;

/** Whether an account is valid now. */
export const isInForce = ({ validTo }: ServiceAccount): boolean => validTo === null || Date.parse(validTo) > Date.now();
