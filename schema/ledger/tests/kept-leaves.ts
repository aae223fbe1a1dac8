import type { Database } from '../../register/database.ts';

/** The hashes of all entries as they are kept, in order. */
export async function leavesOf(database: Database): Promise<{ leaf: number; hash: Buffer }[]> {
  const text = `SELECT leaf, leaf_hash AS hash FROM disclosure UNION ALL SELECT leaf, leaf_hash FROM ledger_record
                ORDER BY leaf`;
  return (await database.pool.query<{ leaf: number; hash: Buffer }>(text)).rows;
}
