import { LRUCache } from 'lru-cache';
import type { Database } from '../register/database.ts';
import type { SubgraphContext } from './context.ts';
import { referenceVersion } from './reference-version.ts';
import { listLoader, type RegisterLoader, recordLoader } from './register-loader.ts';

/** How one question to open reference data is asked: what concerns nobody, and any caller with a token may read. */
export interface ReferenceOptions<Row> {
  /** Reads the rows of all keys in one statement, from tables that tell of their changes on `reference_changed`. */
  readonly read: (keys: readonly string[], database: Database) => Promise<readonly Row[]>;
  readonly keysOf: (row: Row) => string | readonly string[];
}

/** A question to open reference data; answered at once, without a promise, where this process knows the answer. */
export interface ReferenceLoader<Value extends object | null> extends RegisterLoader<Value, void> {
  /** As `load`, without a promise where the answer is known. */
  read(context: SubgraphContext, key: string): Value | Promise<Value>;
}

interface Kept<Value> {
  version: number | null;
  readonly answers: LRUCache<string, { readonly value: Value }>;
}

const MOST_KEPT = 20_000;
/** A session that died unnoticed hears nothing: no answer is kept longer than this. */
const KEPT_MS = 5 * 60_000;

/**
 * A loader of the rows of each key, kept in this process until their tables change. That is no sharing between viewers:
 * every caller may read all of it, and no person, case or disclosure is in it.
 */
export const referenceList = <Row>({ read, keysOf }: ReferenceOptions<Row>): ReferenceLoader<readonly Row[]> =>
  keeping(
    listLoader<Row>({ scope: null, discloses: null, keysOf, read: (keys, { database }) => read(keys, database) }),
  );

/** As {@link referenceList}, for the one row of each key. */
export const referenceRecord = <Row extends object>({
  read,
  keysOf,
}: ReferenceOptions<Row>): ReferenceLoader<Row | null> =>
  keeping(
    recordLoader<Row>({ scope: null, discloses: null, keysOf, read: (keys, { database }) => read(keys, database) }),
  );

function keeping<Value extends object | null>(loader: RegisterLoader<Value, void>): ReferenceLoader<Value> {
  const keptOf = new WeakMap<Database, Kept<Value>>();
  const answersOf = (database: Database, version: number) => {
    let kept = keptOf.get(database);
    if (!kept) keptOf.set(database, (kept = { version, answers: new LRUCache({ max: MOST_KEPT, ttl: KEPT_MS }) }));
    if (kept.version !== version) {
      kept.answers.clear();
      kept.version = version;
    }
    return kept.answers;
  };
  const ask = async (context: SubgraphContext, key: string, version: number | null): Promise<Value> => {
    const value = await loader.load(context, key);
    // What was read while its table changed may be the old rows.
    if (version !== null && version === referenceVersion(context.database)) {
      answersOf(context.database, version).set(key, { value });
    }
    return value;
  };
  const read = (context: SubgraphContext, key: string): Value | Promise<Value> => {
    const version = referenceVersion(context.database);
    const known = version === null ? undefined : answersOf(context.database, version).get(key);
    return known ? known.value : ask(context, key, version);
  };
  return { scope: null, read, load: async (context, key) => read(context, key) };
}
