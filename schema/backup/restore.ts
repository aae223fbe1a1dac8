import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import pg from 'pg';
import { from } from 'pg-copy-streams';
import { quoteName } from '../extracts/copy-rows.ts';
import { listKeys } from '../kit/keys/change-keys.ts';
import { keysDirectory } from '../kit/keys/config.ts';
import { keyUses } from '../kit/keys/key-uses.ts';
import { migrateRegister } from '../register/migrate-register.ts';
import { BackupRefused } from './backup-refused.ts';
import { besideOf } from './beside.ts';
import { checkKeptFile } from './kept-files.ts';
import type { KeptDepartment, Manifest } from './manifest.ts';
import { unsealKeys } from './sealed-keys.ts';
import { readMigrationsOf, tableName } from './tables.ts';

/** Puts the keys of a backup in place where it holds them; throws KEYS_MISSING where one is in neither place. */
export function restoreKeys(
  { keys, sealedKeys }: Manifest,
  directory: string,
  dataDirectory: string,
  passphrase: string | undefined,
): void {
  const folder = keysDirectory(dataDirectory);
  if (sealedKeys && passphrase !== undefined) unsealKeys(join(directory, sealedKeys.file), folder, passphrase);
  const there = new Set(keyUses().flatMap((use) => listKeys(folder, use).map(({ use: name, id }) => `${name} ${id}`)));
  const missing = keys.filter(({ use, id }) => !there.has(`${use} ${id}`));
  if (missing.length === 0) return;
  const told = missing.map(({ use, id }) => `${use} ${id}`).join(', ');
  const where = sealedKeys ? 'with the passphrase of this backup, or ' : '';
  throw new BackupRefused(
    'KEYS_MISSING',
    `Expected the keys ${told}, ${where}in the folder of keys (HUB_KEYS): without them nobody opens what is sealed.`,
  );
}

/** Throws BACKUP_DAMAGED unless every file of a backup is as it was made. */
export async function checkBackup({ departments, sealedKeys }: Manifest, directory: string): Promise<void> {
  for (const { tables, beside } of Object.values(departments)) {
    for (const file of [...tables, ...(beside ? [beside] : [])]) await checkKeptFile(directory, file);
  }
  if (sealedKeys) await checkKeptFile(directory, sealedKeys);
}

/** Throws RESTORE_NOT_EMPTY where a database holds tables already. */
export async function checkEmpty(connectionString: string, department: string): Promise<void> {
  const tables = `SELECT count(*)::int AS tables FROM pg_class JOIN pg_namespace ON pg_namespace.oid = relnamespace
    WHERE relkind IN ('r', 'p') AND nspname !~ '^pg_' AND nspname <> 'information_schema'`;
  const found = await connected(connectionString, async (client) => (await client.query(tables)).rows[0].tables);
  if (found === 0) return;
  throw new BackupRefused('RESTORE_NOT_EMPTY', `Expected an empty database for ${department}; this one has tables.`);
}

/**
 * Makes a department's tables and fills them, all or none. Throws BACKUP_OF_OTHER_VERSION where this version of the hub
 * makes other tables than the one that made the backup.
 */
export async function restoreDepartment(
  { migrations, tables, sequences }: KeptDepartment,
  { department, connectionString, directory, progress }: RestoreOptions,
): Promise<void> {
  await migrateRegister(connectionString, department);
  await connected(connectionString, async (client) => {
    if ((await readMigrationsOf(client)).join() !== migrations.join()) {
      throw new BackupRefused(
        'BACKUP_OF_OTHER_VERSION',
        `Expected the version of the hub that made the backup: ${department} has other migrations here.`,
      );
    }
    await client.query('BEGIN');
    for (const table of tables) await client.query(`ALTER TABLE ${tableName(table)} DISABLE TRIGGER USER`);
    // What migrations wrote is in the backup as well.
    if (tables.length > 0) await client.query(`TRUNCATE ${tables.map(tableName).join(', ')}`);
    for (const table of tables) {
      const columns = table.columns.map(quoteName).join(', ');
      const rows = client.query(from(`COPY ${tableName(table)} (${columns}) FROM STDIN`));
      await pipeline(createReadStream(join(directory, table.file)), createGunzip(), rows);
      if (rows.rowCount !== table.rows) throw new Error(`Expected ${table.rows} rows of ${table.table}.`);
      progress?.({ what: `${department}/${table.table}`, rows: table.rows });
    }
    for (const { schema, sequence, value } of sequences) {
      await client.query('SELECT setval($1::regclass, $2)', [tableName({ schema, table: sequence }), value]);
    }
    // A table with checks that are put off to the end of the transaction cannot be altered before them.
    await client.query('SET CONSTRAINTS ALL IMMEDIATE');
    for (const table of tables) await client.query(`ALTER TABLE ${tableName(table)} ENABLE TRIGGER USER`);
    await client.query('COMMIT');
    await client.query('ANALYZE');
  });
}

/** Where a department's part of a backup goes. */
export interface RestoreOptions {
  readonly department: string;
  readonly connectionString: string;
  /** Folder of the backup. */
  readonly directory: string;
  readonly progress?: (told: { readonly what: string; readonly rows: number }) => void;
}

/** Puts back what a department keeps beside its database. */
export async function restoreBeside(
  { beside }: KeptDepartment,
  department: string,
  directory: string,
  dataDirectory: string,
): Promise<void> {
  if (beside) await (await besideOf(department))?.putBack(join(directory, beside.file), dataDirectory);
}

async function connected<Result>(
  connectionString: string,
  work: (client: pg.Client) => Promise<Result>,
): Promise<Result> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
