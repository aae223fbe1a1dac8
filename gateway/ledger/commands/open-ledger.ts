import { openPairRing } from '../../../schema/kit/keys/pair-ring.ts';
import { type Checkpoints, openCheckpoints } from '../../../schema/ledger/checkpoints.ts';
import { ledgerIn } from '../../../schema/ledger/ledger.ts';
import { type NoteKey, noteKey } from '../../../schema/ledger/note.ts';
import { registerConfig } from '../../../schema/register/config.ts';
import type { Database } from '../../../schema/register/database.ts';
import { openDatabases } from '../../../schema/register/open-databases.ts';
import { POLICY_DEPARTMENT } from '../../config.ts';

/** The ledger as a command works on it. */
export interface CommandLedger {
  readonly database: Database;
  readonly checkpoints: Checkpoints;
  /** The keys of the hub that sign its heads, newest first. */
  readonly keys: readonly NoteKey[];
}

/** Opens the ledger of the hub's register, beside a hub that runs or without one, for a piece of work. */
export async function withLedger<Result>(work: (ledger: CommandLedger) => Promise<Result>): Promise<Result> {
  const registers = await openDatabases({ departments: [POLICY_DEPARTMENT] });
  try {
    const database = registers.database(POLICY_DEPARTMENT);
    const ring = openPairRing(registerConfig().dataDirectory, 'ledger');
    const { origin } = await ledgerIn(database).state();
    const keys = ring.all.map(({ publicKey }) => noteKey(origin, publicKey));
    return await work({ database, checkpoints: openCheckpoints(database, ring), keys });
  } finally {
    await registers.close();
  }
}
