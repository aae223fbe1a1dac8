import pg from 'pg';
import { type Migration, migrationList, readMigrations } from './migrations-directory.ts';
import { RegisterError } from './register-error.ts';
import { withSchemaEngine } from './schema-engine.ts';

const everything = { externalTables: [], externalEnums: [] };

export interface MigrateOptions {
  /** The PostgreSQL schema that gets the tables and keeps the list of what was applied; `public` unless told. */
  readonly schema?: string;
}

interface AppliedMigration {
  readonly name: string;
  readonly checksum: string;
  readonly finished: boolean;
}

/**
 * Applies the migrations that a database lacks, as `prisma migrate deploy` does, and returns their names. Each runs
 * whole or not at all, and one that failed is tried again. With nothing to do it costs one connection and one query.
 * Throws MIGRATION_CHANGED or MIGRATION_MISSING when the folder no longer is what was applied, MIGRATION_FAILED when
 * the server refuses a script.
 */
export async function migrate(
  connectionString: string,
  migrationsDirectory: string,
  { schema = 'public' }: MigrateOptions = {},
): Promise<string[]> {
  const migrations = readMigrations(migrationsDirectory);
  const applied = await appliedMigrations(connectionString, schema);
  checkHistory(migrationsDirectory, migrations, applied);
  const finished = new Set(applied.filter((migration) => migration.finished).map(({ name }) => name));
  if (migrations.every(({ name }) => finished.has(name))) return [];

  const migrationsList = migrationList(migrationsDirectory, migrations);
  try {
    return await withSchemaEngine(connectionString, schema, async (engine) => {
      for (const { name } of applied.filter((migration) => !migration.finished)) {
        await engine.markMigrationRolledBack({ migrationName: name });
      }
      return (await engine.applyMigrations({ migrationsList, filters: everything })).appliedMigrationNames;
    });
  } catch (cause) {
    throw new RegisterError('MIGRATION_FAILED', failure(migrationsDirectory, cause as Error));
  }
}

async function appliedMigrations(connectionString: string, schema: string): Promise<AppliedMigration[]> {
  const table = `${pg.escapeIdentifier(schema)}._prisma_migrations`;
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    const { rows } = await client.query('SELECT to_regclass($1) IS NOT NULL AS known', [table]);
    if (!rows[0].known) {
      if (schema !== 'public') await client.query(`CREATE SCHEMA IF NOT EXISTS ${pg.escapeIdentifier(schema)}`);
      return [];
    }
    const select = `SELECT migration_name AS name, checksum, finished_at IS NOT NULL AS finished
      FROM ${table} WHERE rolled_back_at IS NULL`;
    return (await client.query(select)).rows;
  } finally {
    await client.end();
  }
}

function checkHistory(directory: string, migrations: readonly Migration[], applied: readonly AppliedMigration[]): void {
  const byName = new Map(migrations.map((migration) => [migration.name, migration]));
  for (const { name, checksum, finished } of applied) {
    if (!finished) continue;
    const migration = byName.get(name);
    if (migration === undefined) {
      throw new RegisterError('MIGRATION_MISSING', `${name} was applied, but ${directory} has no such migration.`);
    }
    if (migration.checksum !== checksum) {
      throw new RegisterError(
        'MIGRATION_CHANGED',
        `${name} in ${directory} was changed after it was applied; undo the change and write a further migration.`,
      );
    }
  }
}

function failure(directory: string, error: Error): string {
  const migration = /with migration_name="([^"]+)"/.exec(error.message)?.[1] ?? 'unknown';
  const refusal = error.cause;
  if (!(refusal instanceof pg.DatabaseError)) {
    return `The migrations of ${directory} could not be applied: ${error.message.split('\n')[0]}.`;
  }
  // Class 42 speaks of the script's own wording; the words of the other classes may quote what the tables hold.
  const words = refusal.code?.startsWith('42') ? refusal.message : 'the rows it met do not allow it';
  return `The migration ${migration} of ${directory} failed: ${words} (SQLSTATE ${refusal.code}).`;
}
