import { openPairRing } from '../kit/keys/pair-ring.ts';
import { ledgerIn } from '../ledger/ledger.ts';
import { noteKey } from '../ledger/note.ts';
import { verifyLedger } from '../ledger/verify-ledger.ts';
import type { Database } from '../register/database.ts';
import { BackupRefused } from './backup-refused.ts';

/**
 * Verifies every entry of a ledger that was brought back, then enters in it that it was; answers how many there were.
 * Throws LEDGER_NOT_WHOLE, naming what is wrong.
 */
export async function checkRestoredLedger(
  database: Database,
  dataDirectory: string,
  restored: { readonly actor: string; readonly madeAt: string },
): Promise<number> {
  const ledger = ledgerIn(database);
  const { origin } = await ledger.state();
  const keys = openPairRing(dataDirectory, 'ledger').all.map(({ publicKey }) => noteKey(origin, publicKey));
  const { findings, entries } = await verifyLedger(database, { keys });
  if (findings.length > 0) {
    const told = findings.map(({ text }) => text).join('\n');
    throw new BackupRefused('LEDGER_NOT_WHOLE', `Expected the ledger as it was signed; it was changed:\n${told}`);
  }
  await ledger.record({ kind: 'backup.restored', actor: restored.actor, facts: { madeAt: restored.madeAt } });
  return entries;
}
