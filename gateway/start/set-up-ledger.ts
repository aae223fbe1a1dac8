import { openPairRing } from '../../schema/kit/keys/pair-ring.ts';
import { type Checkpoints, openCheckpoints } from '../../schema/ledger/checkpoints.ts';
import type { OpenRegisters } from '../../schema/register/open-databases.ts';
import { POLICY_DEPARTMENT } from '../config.ts';
import { type DisclosureLog, openDisclosureLog } from '../ledger/disclosure-log.ts';
import { keepSigning } from '../ledger/keep-signing.ts';
import { faultName, logger } from '../log.ts';
import type { Stoppable } from './running-parts.ts';

/** The ledger as a running hub uses it. */
export interface RunningLedger extends Stoppable {
  readonly log: DisclosureLog;
  readonly checkpoints: Checkpoints;
}

/** Opens the ledger in the hub's register and signs its head, now and a moment after each time that it grows. */
export async function setUpLedger(registers: OpenRegisters, dataDirectory: string): Promise<RunningLedger> {
  const database = registers.database(POLICY_DEPARTMENT);
  const checkpoints = openCheckpoints(database, openPairRing(dataDirectory, 'ledger'));
  const onFault = (fault: unknown) => logger.error({ fault: faultName(fault) }, 'the ledger’s head is not signed');
  const signing = keepSigning(checkpoints, onFault);
  const log = openDisclosureLog(database, { onGrown: signing.grown });
  await checkpoints.sign().catch(onFault);
  return { log, checkpoints, close: signing.close };
}
