import type { Database } from '../register/database.ts';
import { statement } from '../register/statement.ts';
import { ledgerIn } from './ledger.ts';
import { LedgerRefused } from './ledger-refused.ts';
import { isWithheld } from './withholding.ts';

/** What is thinned, and by whom. */
export interface Thinning {
  /** Entries before this time lose whom they name. */
  readonly before: Date;
  readonly actor: string;
  /** Whether it is only told what would be done. */
  readonly isTrial?: boolean;
}

/** What was thinned, or would be. */
export interface Thinned {
  /** Entries before this place. */
  readonly before: number;
  readonly entries: number;
}

/** No record of a disclosure is thinned earlier (PIPL 56; Network Data Security Regulation 12). */
export const LEAST_YEARS = 3;

const THINNABLE = `leaf < $1 AND NOT thinned AND NOT ${isWithheld('disclosure')}`;

const firstAfter = statement<{ leaf: number }>(`
  SELECT least((SELECT min(leaf) FROM disclosure WHERE at >= $1), (SELECT size FROM ledger_tree)) AS leaf`);
const count = statement<{ entries: number }>(`SELECT count(*)::int AS entries FROM disclosure WHERE ${THINNABLE}`);
const erase = statement<{ leaf: number }>(`
  UPDATE disclosure SET persons = '{}', user_name = NULL, case_number = NULL, answer = NULL, salt = NULL, thinned = true
  WHERE leaf IN (SELECT leaf FROM disclosure WHERE ${THINNABLE} ORDER BY leaf LIMIT 10000) RETURNING leaf`);

/**
 * Erases of old entries whom they name and who asked. Their hashes stay, so that the ledger verifies as before; a record
 * of what was erased is entered first, without which the verification takes it for tampering. Entries that
 * are withheld stay whole until they are released. Throws RANGE_INVALID for entries of the last three years.
 */
export async function thinLedger(database: Database, { before, actor, isTrial = false }: Thinning): Promise<Thinned> {
  const latest = new Date();
  latest.setFullYear(latest.getFullYear() - LEAST_YEARS);
  if (before > latest) {
    throw new LedgerRefused(
      'RANGE_INVALID',
      `Expected a time at least ${LEAST_YEARS} years ago: records are kept so long.`,
    );
  }
  const [{ leaf } = { leaf: 0 }] = await database.query(firstAfter, [before]);
  const [{ entries } = { entries: 0 }] = await database.query(count, [leaf]);
  if (isTrial || entries === 0) return { before: leaf, entries };
  const facts = { before: leaf, olderThan: before.toISOString(), entries };
  await ledgerIn(database).record({ kind: 'ledger.thinned', actor, facts });
  while ((await database.query(erase, [leaf])).length > 0);
  return { before: leaf, entries };
}
