import { userInfo } from 'node:os';
import { v7 as uuidv7 } from 'uuid';
import type { Database } from '../../../schema/register/database.ts';
import { statement } from '../../../schema/register/statement.ts';
import type { Withdrawal } from '../withdrawn.ts';

/** Something taken back, and by whom. */
export interface KeptWithdrawal extends Withdrawal {
  readonly since: string;
  readonly by: string;
  readonly reason: string;
}

const inForce = statement<KeptWithdrawal>(`
  SELECT department, kind, name, since, by, reason FROM withdrawal
  WHERE restored_at IS NULL ORDER BY department, kind, name`);

const enter = statement<{ readonly id: string }>(`
  INSERT INTO withdrawal (id, department, kind, name, since, by, reason)
  SELECT $1, $2, $3, $4, now(), $5, $6
  WHERE NOT EXISTS (SELECT FROM withdrawal
                    WHERE department = $2 AND kind = $3 AND name = $4 AND restored_at IS NULL)
  RETURNING id`);

const end = statement<{ readonly id: string }>(`
  UPDATE withdrawal SET restored_at = now(), restored_by = $4
  WHERE department = $1 AND kind = $2 AND name = $3 AND restored_at IS NULL RETURNING id`);

/** What is taken back now. */
export const listWithdrawals = (database: Database): Promise<KeptWithdrawal[]> => database.query(inForce, []);

/** Takes something back, everywhere within a second; false where it is taken back already. */
export const withdraw = async (database: Database, of: Withdrawal, reason: string): Promise<boolean> => {
  const { department, kind, name } = of;
  return (await database.query(enter, [uuidv7(), department, kind, name, userInfo().username, reason])).length > 0;
};

/** Gives it back; false where it was not taken. The row stays. */
export const restore = async (database: Database, { department, kind, name }: Withdrawal): Promise<boolean> =>
  (await database.query(end, [department, kind, name, userInfo().username])).length > 0;
