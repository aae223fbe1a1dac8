import { userInfo } from 'node:os';
import { ledgerIn } from '../../schema/ledger/ledger.ts';
import type { Database } from '../../schema/register/database.ts';
import { openDatabases } from '../../schema/register/open-databases.ts';
import { POLICY_DEPARTMENT } from '../config.ts';

/** The hub's own register as a command that changes who is believed finds it. */
export interface HubRegister {
  readonly database: Database;
  /** Enters what is about to be changed in the ledger, with the name of whoever runs the command. */
  record(kind: string, facts: Readonly<Record<string, unknown>>): Promise<void>;
}

/** Opens the register, beside a hub that runs or not, for some work. */
export async function withHubRegister<Result>(work: (register: HubRegister) => Promise<Result>): Promise<Result> {
  const registers = await openDatabases({ departments: [POLICY_DEPARTMENT] });
  try {
    const database = registers.database(POLICY_DEPARTMENT);
    return await work({
      database,
      record: (kind, facts) => ledgerIn(database).record({ kind, actor: userInfo().username, facts }),
    });
  } finally {
    await registers.close();
  }
}
