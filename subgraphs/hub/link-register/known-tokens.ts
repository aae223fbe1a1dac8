import type { KeyRing } from '../../../schema/kit/keys/key-ring.ts';
import type { SecretKey } from '../../../schema/kit/keys/secret-ring.ts';
import type { Database } from '../../../schema/register/database.ts';
import type { IdTable, Sender } from './id-table.ts';

/** By then every process knows of a new key; before, a token under it could be missed by one that looks up the older. */
const SETTLING_MS = 5_000;

/** The tokens of one kind of numbers under all keys of the ring. */
export interface KnownTokens<Asked> {
  readonly table: IdTable;
  /** The key that new tokens are made with. */
  writingKey(): SecretKey;
  /** The token under a key, as hexadecimal text. */
  tokenOf(key: SecretKey, asked: Asked): string;
  /**
   * Ids of numbers by their tokens under the writing key, under which those of older keys are put. What nobody has is
   * given an id by `make`.
   */
  find(
    writing: SecretKey,
    asked: ReadonlyMap<string, Asked>,
    make: (sender: Sender, missing: readonly string[]) => Promise<Map<string, string>>,
  ): Promise<Map<string, string>>;
  /** Puts tokens under the writing key, as far as there are any. */
  settle(writing: SecretKey, asked: ReadonlyMap<string, Asked>): Promise<void>;
}

/** The tokens in a table. */
export function knownTokens<Asked>(
  database: Database,
  table: IdTable,
  keys: KeyRing<SecretKey>,
  token: (key: Buffer, asked: Asked) => Buffer,
): KnownTokens<Asked> {
  const writingKey = (): SecretKey => {
    const [newest, before] = keys.all;
    return before && Date.now() - (newest as SecretKey).since < SETTLING_MS ? before : (newest as SecretKey);
  };
  const tokenOf = (key: SecretKey, asked: Asked) => token(key.bytes, asked).toString('hex');
  const missingOf = (asked: ReadonlyMap<string, Asked>, ids: ReadonlyMap<string, string>) =>
    [...asked.keys()].filter((known) => !ids.has(known)).sort();

  /** Adds the ids that stand under other keys, and puts those under older ones in the place that they are looked for. */
  const moveOlder = async (
    sender: Sender,
    writing: SecretKey,
    asked: ReadonlyMap<string, Asked>,
    ids: Map<string, string>,
  ) => {
    const place = keys.all.findIndex(({ id }) => id === writing.id);
    for (const [index, key] of keys.all.entries()) {
      const missing = missingOf(asked, ids);
      if (index === place || missing.length === 0) continue;
      const byOther = new Map(missing.map((known) => [tokenOf(key, asked.get(known) as Asked), known]));
      const found = await table.find(sender, [...byOther.keys()]);
      for (const [other, id] of found) ids.set(byOther.get(other) as string, id);
      if (index < place || found.size === 0) continue;
      await table.move(
        sender,
        new Map([...found.keys()].map((other) => [other, byOther.get(other) as string])),
        writing.id,
      );
    }
  };

  /** One import at a time looks under every key and gives what nobody has: two would give a number two ids. */
  const underEveryKey = (
    writing: SecretKey,
    asked: ReadonlyMap<string, Asked>,
    make: (sender: Sender, missing: readonly string[]) => Promise<Map<string, string>>,
  ) =>
    database.transaction(async (client) => {
      await client.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`hub.tokens.${table.kind}`]);
      const ids = await table.find(client, [...asked.keys()]);
      await moveOlder(client, writing, asked, ids);
      const missing = missingOf(asked, ids);
      if (missing.length > 0) for (const [known, id] of await make(client, missing)) ids.set(known, id);
      return ids;
    });

  return {
    table,
    writingKey,
    tokenOf,
    async find(writing, asked, make) {
      const ids = await table.find(database.pool, [...asked.keys()]);
      if (ids.size === asked.size) return ids;
      if (keys.all.length > 1) return underEveryKey(writing, asked, make);
      for (const [known, id] of await make(database.pool, missingOf(asked, ids))) ids.set(known, id);
      return ids;
    },
    async settle(writing, asked) {
      if (keys.all.length > 1) await underEveryKey(writing, asked, async () => new Map());
    },
  };
}
