import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { verifyLedger } from '../../schema/ledger/verify-ledger.ts';
import { type Database, openDatabase } from '../../schema/register/database.ts';
import { type EmbeddedPostgres, openEmbeddedPostgres } from '../../schema/register/embedded-postgres.ts';
import { migrateRegister } from '../../schema/register/migrate-register.ts';
import { killHubs } from './killed-hubs.ts';

/** `KILLS=1000 npx vitest run --project processes tests/processes/killed-hub.test.ts` kills a thousand. */
const KILLS = Number(process.env['KILLS'] ?? 25);
const SECONDS_A_KILL = 20;

const folder = mkdtempSync(join(tmpdir(), 'governance-hub-killed-'));
let server: EmbeddedPostgres;
let database: Database;

beforeAll(async () => {
  server = await openEmbeddedPostgres(folder, {});
  await migrateRegister(server.connectionString('postgres'), 'hub');
  database = openDatabase(server.connectionString('postgres'), { max: 4 });
});
afterAll(async () => {
  await database?.close();
  await server?.close();
  rmSync(folder, { recursive: true, force: true });
});

it('has an entry of every answer that a client saw, whenever it was killed', {
  timeout: KILLS * SECONDS_A_KILL * 1_000,
}, async () => {
  const personOf = (request: number) => `00000000-0000-7000-8000-${String(request).padStart(12, '0')}`;
  const { persons, sent, kills } = await killHubs(server.connectionString('postgres'), KILLS, personOf);
  const { rows } = await database.pool.query('SELECT persons[1]::text AS person FROM disclosure');
  const entered = new Set(rows.map(({ person }) => person));
  console.log(`${kills} kills: ${sent} requests, ${persons.length} answers seen, ${entered.size} entries`);
  expect(persons.length).toBeGreaterThan(KILLS);
  expect(persons.filter((person) => !entered.has(person))).toEqual([]);
  expect((await verifyLedger(database, { keys: [] })).findings).toEqual([]);
});
