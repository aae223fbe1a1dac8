import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { OpenRegisters } from '../../schema/register/open-databases.ts';
import { openDatabases } from '../../schema/register/open-databases.ts';
import { ask, operation } from '../kit/hub-client.ts';
import { hubCommand } from '../kit/hub-command.ts';
import { auditor, idOf } from './askers.ts';
import { theWorld } from './truth/world.ts';

const { dataDirectory } = inject('runningHub');
const folder = mkdtempSync(join(tmpdir(), 'governance-hub-checkpoints-'));
const ledger = (...parameters: string[]) => hubCommand(dataDirectory, 'gateway/ledger/ledger.ts', ...parameters);
const saved = join(folder, 'checkpoint.txt');

let registers: OpenRegisters;
let pool: pg.Pool;

beforeAll(async () => {
  await ask(auditor, operation('audit-trail'), { person: await idOf(theWorld().notable.everything) });
  registers = await openDatabases({
    departments: ['hub'],
    config: { dataDirectory, databaseUrls: new Map() },
  });
  pool = registers.database('hub').pool;
});
afterAll(async () => {
  await registers?.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('npm run ledger', () => {
  it('verifies the ledger of a hub that runs, and that it still contains a saved head', async () => {
    expect((await ledger('checkpoint', '--out', saved)).code).toBe(0);
    const { code, stdout } = await ledger('verify', '--checkpoint', saved);
    expect(stdout).toContain('✓ The ledger is whole');
    expect(code).toBe(0);
  });

  it('tells which entry was edited, and ends with 1', async () => {
    const { rows } = await pool.query('SELECT leaf, client FROM disclosure ORDER BY leaf LIMIT 1');
    const { leaf, client } = rows[0];
    await pool.query(`UPDATE disclosure SET client = 'another' WHERE leaf = $1`, [leaf]);
    const edited = await ledger('verify');
    await pool.query('UPDATE disclosure SET client = $2 WHERE leaf = $1', [leaf, client]);
    expect(edited.stdout).toContain(`✗ entry ${leaf}: edited`);
    expect(edited.code).toBe(1);
    expect((await ledger('verify')).code).toBe(0);
  });

  it('ends with 2 where it is given what is no checkpoint', async () => {
    const { code, stderr } = await ledger('verify', '--checkpoint', join(dataDirectory, '..', 'no-such-file'));
    expect([code, stderr]).toEqual([2, expect.stringContaining('ENOENT')]);
  });

  it('proves that an entry is in it, and that it only grew', async () => {
    const { rows } = await pool.query('SELECT leaf FROM disclosure ORDER BY leaf LIMIT 1');
    const inclusion = JSON.parse((await ledger('prove', '--entry', String(rows[0].leaf))).stdout);
    expect(inclusion.proof.length).toBeGreaterThan(0);
    const size = Number(readFileSync(saved, 'utf8').split('\n')[1]);
    const consistency = JSON.parse((await ledger('prove', '--since', String(size))).stdout);
    expect(Number(consistency.checkpoint.split('\n')[1])).toBeGreaterThanOrEqual(size);
    expect((await ledger('prove', '--entry', '999999999')).code).toBe(2);
  });

  it('prints its public keys and no private one', async () => {
    const { stdout } = await ledger('keys');
    expect(stdout).toMatch(/^county-governance-hub\/ledger-[0-9a-f]{12}\+[0-9a-f]{8}\+[A-Za-z0-9+/=]+\n$/);
  });
});
