import type { Database } from '../register/database.ts';
import { statement } from '../register/statement.ts';
import { ledgerIn } from './ledger.ts';

const withhold = statement<never>(`
  INSERT INTO ledger_withholding (case_number, withheld_at) VALUES ($1, now())
  ON CONFLICT (case_number) DO UPDATE SET withheld_at = now(), released_at = NULL`);
const release = statement<never>(`
  INSERT INTO ledger_withholding (case_number, withheld_at, released_at) VALUES ($1, now(), now())
  ON CONFLICT (case_number) DO UPDATE SET released_at = now()`);

/** From now on people are not told of reads for this matter, earlier ones included; that is entered in the ledger. */
export async function withholdCase(database: Database, caseNumber: string, actor: string): Promise<void> {
  await ledgerIn(database).record({ kind: 'disclosures.withheld', actor, facts: { caseNumber } });
  await database.query(withhold, [caseNumber]);
}

/** From now on people are told of all reads for this matter; that is entered in the ledger. */
export async function releaseCase(database: Database, caseNumber: string, actor: string): Promise<void> {
  await ledgerIn(database).record({ kind: 'disclosures.released', actor, facts: { caseNumber } });
  await database.query(release, [caseNumber]);
}
