import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { Command } from 'commander';
import { departmentDirectory, departmentNames } from '../departments.ts';
import { openEmbeddedPostgres } from './embedded-postgres.ts';
import { migrate } from './migrate.ts';
import { withoutRecreatedIndexes } from './recreated-indexes.ts';
import { RegisterError } from './register-error.ts';
import { withSchemaEngine } from './schema-engine.ts';

/**
 * Writes the migration that leads from the migrations of a Prisma folder to its schema.prisma, and returns its path;
 * null when nothing changed. Compares on a throwaway server, so that hand-written SQL counts as what it does.
 */
export async function authorMigration(
  prismaDirectory: string,
  name: string,
  schema = 'public',
): Promise<string | null> {
  const migrations = join(prismaDirectory, 'migrations');
  const model = { path: 'schema.prisma', content: readFileSync(join(prismaDirectory, 'schema.prisma'), 'utf8') };
  const scratch = mkdtempSync(join(tmpdir(), 'governance-hub-migration-'));
  try {
    const server = await openEmbeddedPostgres(scratch, { durable: false });
    try {
      const database = server.connectionString('postgres');
      await migrate(database, migrations, { schema });
      const difference = await withSchemaEngine(database, schema, async (engine) => {
        const { stdout } = await engine.diff({
          from: { tag: 'schemaDatasource', files: [model], configDir: prismaDirectory },
          to: { tag: 'schemaDatamodel', files: [model] },
          script: true,
          exitCode: null,
          filters: { externalTables: [], externalEnums: [] },
        });
        return stdout ?? '';
      });
      const script = await withoutRecreatedIndexes(database, schema, difference);
      return script.replaceAll(/^--.*$/gm, '').trim() === '' ? null : write(migrations, name, script);
    } finally {
      await server.close();
    }
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

function write(migrations: string, name: string, script: string): string {
  const timestamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14);
  const directory = join(migrations, `${timestamp}_${name.replaceAll(/[^\p{L}\p{N}]+/gu, '_').toLowerCase()}`);
  mkdirSync(directory, { recursive: true });
  const lock = join(migrations, 'migration_lock.toml');
  if (!existsSync(lock)) writeFileSync(lock, 'provider = "postgresql"\n');
  writeFileSync(join(directory, 'migration.sql'), script);
  return join(directory, 'migration.sql');
}

function prismaDirectory(place: string): string {
  const directory = departmentNames().includes(place) ? join(departmentDirectory(place), 'prisma') : resolve(place);
  if (existsSync(join(directory, 'schema.prisma'))) return directory;
  const expected = `expected one of ${departmentNames().join(', ')}, or a folder with a schema.prisma`;
  throw new RegisterError('DEPARTMENT_UNKNOWN', `No migrations are kept for "${place}": ${expected}.`);
}

if (import.meta.main) {
  await new Command('npm run migration --')
    .description('writes the next migration of a department from its schema.prisma')
    .argument('<place>', 'a department, or a folder that holds schema.prisma')
    .argument('<name>', 'what the migration does, in a few words')
    .option('--schema <name>', 'the PostgreSQL schema of the tables', 'public')
    .action(async (place: string, name: string, { schema }: { schema: string }) => {
      const path = await authorMigration(prismaDirectory(place), name, schema);
      const words = path === null ? 'nothing changed' : `wrote ${relative('.', path)}: read it before you commit it`;
      process.stdout.write(`${words}\n`);
    })
    .parseAsync();
}
