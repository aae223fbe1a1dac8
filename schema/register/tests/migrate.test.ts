import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { migrate } from '../migrate.ts';
import { type ScratchDatabase, scratchDatabase } from './scratch-register.ts';

let scratch: ScratchDatabase;
let directory: string;

function write(name: string, script: string): void {
  mkdirSync(join(directory, name), { recursive: true });
  writeFileSync(join(directory, name, 'migration.sql'), script);
}

async function tables(): Promise<string[]> {
  const { rows } = await scratch.database.pool.query(
    `SELECT schemaname || '.' || tablename AS name FROM pg_tables
     WHERE schemaname IN ('public', 'exchange') AND tablename <> '_prisma_migrations' ORDER BY name`,
  );
  return rows.map(({ name }) => name);
}

beforeEach(async () => {
  scratch = await scratchDatabase('migrate');
  directory = mkdtempSync(join(tmpdir(), 'governance-hub-migrations-'));
  write('20260101000000_visit', 'CREATE TABLE visit (id uuid PRIMARY KEY DEFAULT uuidv7());');
});

afterEach(async () => {
  await scratch.close();
  rmSync(directory, { recursive: true });
});

describe('migrate', () => {
  it('applies what is missing in order, and nothing the second time', async () => {
    write('20260102000000_note', 'ALTER TABLE visit ADD note text;');
    const expected = ['20260101000000_visit', '20260102000000_note'];
    expect(await migrate(scratch.connectionString, directory)).toEqual(expected);
    expect(await migrate(scratch.connectionString, directory)).toEqual([]);
  });

  it('keeps the tables of another PostgreSQL schema, and the list of them, apart', async () => {
    expect(await migrate(scratch.connectionString, directory, { schema: 'exchange' })).toHaveLength(1);
    expect(await migrate(scratch.connectionString, directory)).toHaveLength(1);
    expect(await tables()).toEqual(['exchange.visit', 'public.visit']);
  });

  it('runs a script with semicolons inside a function', async () => {
    const body = `BEGIN PERFORM 1; RETURN 'a;b'; END`;
    write('20260102000000_function', `CREATE FUNCTION words() RETURNS text LANGUAGE plpgsql AS $$ ${body} $$;`);
    await migrate(scratch.connectionString, directory);
    expect((await scratch.database.pool.query('SELECT words()')).rows).toEqual([{ words: 'a;b' }]);
  });

  it('leaves nothing of a script that fails, and applies it once it is mended', async () => {
    write('20260102000000_note', 'CREATE TABLE note (id int); CREATE TABLE broken (id nonsense);');
    await expect(migrate(scratch.connectionString, directory)).rejects.toMatchObject({
      code: 'MIGRATION_FAILED',
      message: expect.stringMatching(/20260102000000_note.*type "nonsense" does not exist/),
    });
    expect(await tables()).toEqual(['public.visit']);
    write('20260102000000_note', 'CREATE TABLE note (id int);');
    expect(await migrate(scratch.connectionString, directory)).toEqual(['20260102000000_note']);
  });

  it('refuses a migration that was changed or removed after it was applied', async () => {
    await migrate(scratch.connectionString, directory);
    write('20260101000000_visit', 'CREATE TABLE visit (id int);');
    await expect(migrate(scratch.connectionString, directory)).rejects.toMatchObject({ code: 'MIGRATION_CHANGED' });
    rmSync(join(directory, '20260101000000_visit'), { recursive: true });
    await expect(migrate(scratch.connectionString, directory)).rejects.toMatchObject({ code: 'MIGRATION_MISSING' });
  });
});
