import { LRUCache } from 'lru-cache';
import { v7 as uuidv7 } from 'uuid';
import type { Database } from '../../../schema/register/database.ts';
import { statement } from '../../../schema/register/statement.ts';
import type { IdTable } from './id-table.ts';

const REMEMBERED = 200_000;

const mergeCount = statement<{ merges: number }>('SELECT merges FROM merge_count WHERE kind = $1');

/** Ids of numbers in the order asked, made where there are none yet. */
export type Ids<Asked> = (asked: readonly Asked[]) => Promise<string[]>;

/**
 * The ids of one kind: `keyOf` tells numbers apart, `tokenOf` is what is kept of them. Numbers asked lately are
 * remembered in this process alone, and forgotten as soon as any process has merged ids of the kind.
 */
export function idsOf<Asked>(
  database: Database,
  table: IdTable,
  keyOf: (asked: Asked) => string,
  tokenOf: (asked: Asked) => Buffer,
): Ids<Asked> {
  const remembered = new LRUCache<string, string>({ max: REMEMBERED });
  let merges = 0;

  return async (asked) => {
    const [counted] = await database.query(mergeCount, [table.kind]);
    if ((counted?.merges ?? 0) !== merges) remembered.clear();
    merges = counted?.merges ?? 0;

    const keys = asked.map(keyOf);
    const answers = new Map<string, string>();
    const tokens = new Map<string, string>();
    keys.forEach((key, index) => {
      if (answers.has(key) || tokens.has(key)) return;
      const id = remembered.get(key);
      if (id === undefined) tokens.set(key, tokenOf(asked[index] as Asked).toString('hex'));
      else answers.set(key, id);
    });
    if (tokens.size > 0) {
      const ids = await findOrMake(database, table, [...tokens.values()]);
      for (const [key, token] of tokens) {
        const id = ids.get(token) as string;
        answers.set(key, id);
        remembered.set(key, id);
      }
    }
    return keys.map((key) => answers.get(key) as string);
  };
}

async function findOrMake({ pool }: Database, table: IdTable, tokens: readonly string[]): Promise<Map<string, string>> {
  const ids = await table.find(pool, tokens);
  if (ids.size === tokens.length) return ids;
  const missing = tokens.filter((token) => !ids.has(token)).sort();
  const given = new Map(missing.map((token) => [token, uuidv7()]));
  const taken = await table.give(pool, given);
  for (const token of taken) ids.set(token, given.get(token) as string);
  const others = missing.filter((token) => !taken.has(token));
  if (others.length > 0) for (const [token, id] of await table.find(pool, others)) ids.set(token, id);
  return ids;
}
