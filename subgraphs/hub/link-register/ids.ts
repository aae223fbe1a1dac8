import { LRUCache } from 'lru-cache';
import { v7 as uuidv7 } from 'uuid';
import type { Database } from '../../../schema/register/database.ts';
import { statement } from '../../../schema/register/statement.ts';
import type { IdTable, Sender } from './id-table.ts';
import type { KnownTokens } from './known-tokens.ts';

const REMEMBERED = 200_000;

const mergeCount = statement<{ merges: number }>('SELECT merges FROM merge_count WHERE kind = $1');

/** Ids of numbers in the order asked, made where there are none yet. */
export type Ids<Asked> = (asked: readonly Asked[]) => Promise<string[]>;

/**
 * The ids of one kind: `keyOf` tells numbers apart. Numbers asked lately are remembered in this process alone, and
 * forgotten as soon as any process has merged ids of the kind.
 */
export function idsOf<Asked>(
  database: Database,
  known: KnownTokens<Asked>,
  keyOf: (asked: Asked) => string,
): Ids<Asked> {
  const remembered = new LRUCache<string, string>({ max: REMEMBERED });
  let merges = 0;

  return async (asked) => {
    const [counted] = await database.query(mergeCount, [known.table.kind]);
    if ((counted?.merges ?? 0) !== merges) remembered.clear();
    merges = counted?.merges ?? 0;

    const writing = known.writingKey();
    const keys = asked.map(keyOf);
    const answers = new Map<string, string>();
    const tokens = new Map<string, string>();
    const numbers = new Map<string, Asked>();
    keys.forEach((key, index) => {
      if (answers.has(key) || tokens.has(key)) return;
      const id = remembered.get(key);
      if (id === undefined) {
        const token = known.tokenOf(writing, asked[index] as Asked);
        tokens.set(key, token);
        numbers.set(token, asked[index] as Asked);
      } else answers.set(key, id);
    });
    if (tokens.size > 0) {
      const ids = await known.find(writing, numbers, (sender, missing) =>
        make(sender, known.table, missing, writing.id),
      );
      for (const [key, token] of tokens) {
        const id = ids.get(token) as string;
        answers.set(key, id);
        remembered.set(key, id);
      }
    }
    return keys.map((key) => answers.get(key) as string);
  };
}

/** Gives new ids to tokens that have none; those that another import gave one meanwhile keep theirs. */
async function make(
  sender: Sender,
  table: IdTable,
  missing: readonly string[],
  keyId: string,
): Promise<Map<string, string>> {
  const given = new Map(missing.map((token) => [token, uuidv7()]));
  const taken = await table.give(sender, given, keyId);
  const others = missing.filter((token) => !taken.has(token));
  const ids = others.length > 0 ? await table.find(sender, others) : new Map<string, string>();
  for (const token of taken) ids.set(token, given.get(token) as string);
  return ids;
}
