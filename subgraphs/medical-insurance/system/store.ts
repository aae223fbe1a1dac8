import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { type SystemTable, systemTables, waitingName } from './tables.ts';

/** Opens the bureau's store, or makes it; only its owner can read it. */
export function openStore(file: string): DatabaseSync {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const store = new DatabaseSync(file);
  store.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA busy_timeout = 5000');
  for (const table of systemTables.values()) {
    store.exec(definition(table.name, table, table.key));
    store.exec(
      definition(waitingName(table), { ...table, columns: ['batch_id', ...table.columns] }, waitingKey(table)),
    );
  }
  store.exec(
    `CREATE TABLE IF NOT EXISTS batch (id TEXT PRIMARY KEY, layout TEXT NOT NULL, as_of TEXT) WITHOUT ROWID;
     CREATE INDEX IF NOT EXISTS enrolment_area ON enrolment (area_code)`,
  );
  return store;
}

/** Runs work in one transaction: all of it counts, or nothing. */
export function inTransaction<Result>(store: DatabaseSync, work: () => Result): Result {
  store.exec('BEGIN IMMEDIATE');
  try {
    const result = work();
    store.exec('COMMIT');
    return result;
  } catch (fault) {
    store.exec('ROLLBACK');
    throw fault;
  }
}

const waitingKey = ({ key }: SystemTable): readonly string[] => ['batch_id', ...key];

const definition = (name: string, { columns }: SystemTable, key: readonly string[]): string =>
  `CREATE TABLE IF NOT EXISTS ${name} (${columns.join(', ')}, PRIMARY KEY (${key.join(', ')})) WITHOUT ROWID`;
