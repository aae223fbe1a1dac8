import { openPairRing } from '../../schema/kit/keys/pair-ring.ts';
import { type Checkpoints, openCheckpoints } from '../../schema/ledger/checkpoints.ts';
import { ledgerIn } from '../../schema/ledger/ledger.ts';
import { type NoteKey, noteKey } from '../../schema/ledger/note.ts';
import type { Database } from '../../schema/register/database.ts';
import type { OpenRegisters } from '../../schema/register/open-databases.ts';
import { POLICY_DEPARTMENT } from '../config.ts';
import { type DisclosureLog, openDisclosureLog } from '../ledger/disclosure-log.ts';
import { witnessKeys } from '../ledger/http/witness-keys.ts';
import { keepSigning } from '../ledger/keep-signing.ts';
import { faultName, logger } from '../log.ts';
import type { Stoppable } from './running-parts.ts';

/** The ledger as a running hub uses it. */
export interface RunningLedger extends Stoppable {
  readonly log: DisclosureLog;
  readonly checkpoints: Checkpoints;
  readonly database: Database;
  /** The keys that sign its heads, newest first. */
  readonly keys: () => Promise<readonly NoteKey[]>;
  /** Whose signatures are kept beside its own. */
  readonly witnesses: () => readonly NoteKey[];
}

/** Opens the ledger in the hub's register and signs its head, now and a moment after each time that it grows. */
export async function setUpLedger(registers: OpenRegisters, dataDirectory: string): Promise<RunningLedger> {
  const database = registers.database(POLICY_DEPARTMENT);
  const ring = openPairRing(dataDirectory, 'ledger');
  const checkpoints = openCheckpoints(database, ring);
  const onFault = (fault: unknown) => logger.error({ fault: faultName(fault) }, 'the ledger’s head is not signed');
  const signing = keepSigning(checkpoints, onFault);
  const log = openDisclosureLog(database, { onGrown: signing.grown });
  await checkpoints.sign().catch(onFault);
  const keys = async () => {
    const { origin } = await ledgerIn(database).state();
    return ring.all.map(({ publicKey }) => noteKey(origin, publicKey));
  };
  return { log, checkpoints, database, keys, witnesses: () => witnessKeys(dataDirectory), close: signing.close };
}
