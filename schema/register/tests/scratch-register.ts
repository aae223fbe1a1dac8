import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';
import { type Database, openDatabase } from '../database.ts';
import { type EmbeddedPostgres, openEmbeddedPostgres } from '../embedded-postgres.ts';
import { migrateRegister } from '../migrate-register.ts';
import { SCRATCH_KEYS } from './scratch-keys.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The data directory of the run's throwaway server. */
    scratchDataDirectory: string;
  }
}

/** A throwaway database with nobody in it. */
export interface ScratchDatabase {
  readonly database: Database;
  readonly connectionString: string;
  /** Closes and drops it. */
  close(): Promise<void>;
}

let server: Promise<EmbeddedPostgres> | undefined;

/** A department's register, migrated and empty, on the test run's own server. */
export async function scratchRegister(department: string): Promise<ScratchDatabase> {
  const scratch = await scratchDatabase(department);
  await migrateRegister(scratch.connectionString, department);
  return scratch;
}

/** An empty database on the test run's own server, which starts with the first of them. */
export async function scratchDatabase(purpose: string): Promise<ScratchDatabase> {
  server ??= openEmbeddedPostgres(inject('scratchDataDirectory'), { durable: false });
  const name = `${purpose}-${randomBytes(4).toString('hex')}`;
  const { connectionString } = await server;
  await administer(connectionString('postgres'), `CREATE DATABASE ${pg.escapeIdentifier(name)}`);
  const database = openDatabase(connectionString(name), { max: 4, sealKeys: SCRATCH_KEYS });
  return {
    database,
    connectionString: connectionString(name),
    async close() {
      await database.close();
      await administer(connectionString('postgres'), `DROP DATABASE ${pg.escapeIdentifier(name)} WITH (FORCE)`);
    },
  };
}

async function administer(connectionString: string, text: string): Promise<void> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    await client.query(text);
  } finally {
    await client.end();
  }
}
