import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { to } from 'pg-copy-streams';
import { quoteName } from '../extracts/copy-rows.ts';
import { instantText } from '../kit/calendar/day.ts';
import { listKeys } from '../kit/keys/change-keys.ts';
import { keysDirectory } from '../kit/keys/config.ts';
import { keyUses } from '../kit/keys/key-uses.ts';
import { BackupRefused } from './backup-refused.ts';
import { besideOf } from './beside.ts';
import { keepCompressed, keptFile } from './kept-files.ts';
import { type KeptDepartment, type KeptTable, type Manifest, writeManifest } from './manifest.ts';
import { sealKeys } from './sealed-keys.ts';
import { readMigrationsOf, readTables, tableName } from './tables.ts';

/** What is backed up, and whither. */
export interface BackupOptions {
  /** Connection strings by department. */
  readonly connections: ReadonlyMap<string, string>;
  /** The department whose database knows everybody that the others refer to, and what was read. */
  readonly last: string;
  readonly dataDirectory: string;
  /** A folder that is empty or not there yet. */
  readonly directory: string;
  /** Seals the keys into the backup under this passphrase; without it they stay out. */
  readonly passphrase?: string | undefined;
  readonly progress?: (told: { readonly what: string; readonly rows: number }) => void;
}

/**
 * Copies every department's database, each as it was at one instant and all within the same moment, while the hub goes
 * on. The hub's own is looked at last: whoever another database refers to is in it. Throws BACKUP_EXISTS where the
 * folder holds something. A backup that was broken off has no manifest and is none.
 */
export async function backUp(options: BackupOptions): Promise<Manifest> {
  const { connections, last, dataDirectory, directory, passphrase, progress } = options;
  if (existsSync(directory) && readdirSync(directory).length > 0) {
    throw new BackupRefused('BACKUP_EXISTS', 'Expected a folder that is empty or not there yet.');
  }
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  const order = [...connections.keys()].sort((one, other) => Number(one === last) - Number(other === last));
  const clients = new Map<string, pg.Client>();
  const madeAt = instantText(new Date());
  try {
    for (const department of order) clients.set(department, await snapshot(connections.get(department) as string));
    const departments: Record<string, KeptDepartment> = {};
    for (const [department, client] of clients) {
      mkdirSync(join(directory, department), { mode: 0o700 });
      departments[department] = {
        migrations: await readMigrationsOf(client),
        tables: await keepTables(client, directory, department, progress),
        sequences: (await client.query(sequences)).rows,
        beside: await keepBeside(department, dataDirectory, directory),
      };
    }
    const manifest: Manifest = {
      format: 1,
      madeAt,
      departments,
      ...(await keepKeys(dataDirectory, directory, passphrase)),
    };
    writeManifest(directory, manifest);
    return manifest;
  } finally {
    for (const client of clients.values()) await client.end();
  }
}

const sequences = `SELECT schemaname AS schema, sequencename AS sequence, last_value::text AS value FROM pg_sequences
  WHERE last_value IS NOT NULL`;

/** A connection that sees the database as it is now, whatever is written meanwhile. */
async function snapshot(connectionString: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
  // The first statement takes the snapshot, not BEGIN.
  await client.query('SELECT pg_current_snapshot()');
  return client;
}

async function keepTables(
  client: pg.Client,
  directory: string,
  department: string,
  progress: BackupOptions['progress'],
): Promise<KeptTable[]> {
  const kept: KeptTable[] = [];
  for (const table of await readTables(client)) {
    const columns = table.columns.map(quoteName).join(', ');
    const rows = client.query(to(`COPY ${tableName(table)} (${columns}) TO STDOUT`));
    const file = await keepCompressed(directory, `${department}/${table.schema}.${table.table}.copy.gz`, rows);
    kept.push({ ...table, columns: [...table.columns], ...file, rows: rows.rowCount });
    progress?.({ what: `${department}/${table.table}`, rows: rows.rowCount });
  }
  return kept;
}

async function keepBeside(department: string, dataDirectory: string, directory: string) {
  const file = `${department}/beside`;
  const isKept = await (await besideOf(department))?.keep(dataDirectory, join(directory, file));
  return isKept ? keptFile(directory, file) : null;
}

async function keepKeys(dataDirectory: string, directory: string, passphrase: string | undefined) {
  const folder = keysDirectory(dataDirectory);
  const keys = keyUses().flatMap((use) => listKeys(folder, use).map(({ use: name, id }) => ({ use: name, id })));
  if (passphrase === undefined) return { keys, sealedKeys: null };
  mkdirSync(join(directory, 'keys'), { mode: 0o700 });
  sealKeys(folder, join(directory, 'keys', 'sealed'), passphrase);
  return { keys, sealedKeys: await keptFile(directory, 'keys/sealed') };
}
