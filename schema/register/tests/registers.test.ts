import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openRegisters, type Registers } from '../registers.ts';

const directory = mkdtempSync(join(tmpdir(), 'governance-hub-registers-'));
const departments = ['civil-affairs', 'justice', 'public-security'];
const elsewhere = 'postgresql://reader@database.example/justice';
let registers: Registers;

async function rolesOf(connectionString: string): Promise<unknown> {
  const client = new pg.Client({ connectionString });
  try {
    await client.connect();
    return (await client.query('SELECT current_user AS role, current_database() AS database')).rows[0];
  } finally {
    await client.end();
  }
}

beforeAll(async () => {
  const config = { dataDirectory: directory, databaseUrls: new Map([['justice', elsewhere]]) };
  registers = await openRegisters({ departments, config, durable: false });
});

afterAll(async () => {
  await registers.close();
  rmSync(directory, { recursive: true });
});

describe('openRegisters', () => {
  it('gives every department a database and a role of its own name', async () => {
    for (const department of ['civil-affairs', 'public-security']) {
      const expected = { role: department, database: department };
      expect(await rolesOf(registers.connectionString(department))).toEqual(expected);
    }
  });

  it.each(['public-security', 'postgres', 'template1'])('keeps a department out of the database %s', async (other) => {
    const own = registers.connectionString('civil-affairs');
    const trespass = own.replace('@/civil-affairs?', `@/${other}?`);
    await expect(rolesOf(trespass)).rejects.toMatchObject({ code: '42501' });
  });

  it('leaves a department that runs its own server to it', () => {
    expect(registers.connectionString('justice')).toBe(elsewhere);
  });

  it('names the departments it knows when asked for another', () => {
    expect(() => registers.connectionString('customs')).toThrow('expected one of civil-affairs, justice');
  });
});
