import { createHash } from 'node:crypto';
import type { Database } from '../register/database.ts';
import type { RetentionRule } from './retention-rules.ts';

const BATCH = 10_000;

/** What was deleted at once: how much, and a digest by which whoever has the keys can prove that these were they. */
export interface DeletionProof {
  readonly rows: number;
  /** SHA-256, hexadecimal, of the keys of the rows, sorted, one a line. */
  readonly digest: string;
}

/** Enters a proof where it lasts; rejects where it cannot, and then nothing is deleted. */
export type EnterProof = (proof: DeletionProof) => Promise<void>;

/** How many records a rule would delete or empty now. */
export async function countPast(database: Database, rule: RetentionRule, now: Date): Promise<number> {
  const { rows } = await database.pool.query(`SELECT count(*)::int AS past FROM ${rule.table} WHERE ${pastOf(rule)}`, [
    cutoff(rule, now),
  ]);
  return rows[0].past as number;
}

/**
 * Deletes or empties the records whose time is over, some thousands a transaction. Each batch's proof is entered before
 * it is committed: nothing is ever deleted without one. Answers how many records it was.
 */
export async function runRule(database: Database, rule: RetentionRule, now: Date, enter: EnterProof): Promise<number> {
  const { table, key, clears } = rule;
  const places = `ctid = ANY(ARRAY(SELECT ctid FROM ${table} WHERE ${pastOf(rule)} LIMIT ${BATCH}))`;
  const change = clears
    ? `UPDATE ${table} SET ${clears.map((column) => `${column} = NULL`).join(', ')} WHERE ${places}`
    : `DELETE FROM ${table} WHERE ${places}`;
  const returned = key.map((column) => `${column}::text`).join(', ');
  let total = 0;
  for (let rows = BATCH; rows === BATCH; total += rows) {
    rows = await database.transaction(async (client) => {
      const { rows: keys } = await client.query<string[]>({
        text: `${change} RETURNING ${returned}`,
        values: [cutoff(rule, now)],
        rowMode: 'array',
      });
      if (keys.length > 0) await enter({ rows: keys.length, digest: digestOf(keys) });
      return keys.length;
    });
  }
  // Until then the server's files still hold what was deleted.
  if (total > 0) await database.pool.query(`VACUUM ${table}`);
  return total;
}

/** The digest of a proof, for whoever wants to compare. */
export const digestOf = (keys: readonly (readonly string[])[]): string =>
  createHash('sha256')
    .update(
      keys
        .map((key) => key.join('\t'))
        .toSorted()
        .join('\n'),
    )
    .digest('hex');

/** The day before which records of a rule are past their time. */
export function cutoff({ months }: Pick<RetentionRule, 'months'>, now: Date): string {
  const day = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - months, 1));
  const last = new Date(Date.UTC(day.getUTCFullYear(), day.getUTCMonth() + 1, 0)).getUTCDate();
  day.setUTCDate(Math.min(now.getUTCDate(), last));
  return day.toISOString().slice(0, 10);
}

const pastOf = ({ past, clears }: RetentionRule): string =>
  clears ? `(${past}) AND (${clears.map((column) => `${column} IS NOT NULL`).join(' OR ')})` : past;
