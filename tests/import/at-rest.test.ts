import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { type SealedTable, sealedTablesOf } from '../../schema/extracts/sealed-table.ts';
import { placeOf } from '../../schema/kit/sealing/register-seal.ts';
import type { Database } from '../../schema/register/database.ts';
import { type OpenRegisters, openDatabases } from '../../schema/register/open-databases.ts';
import { serverAccount } from '../../schema/register/server-account.ts';
import { serverHome } from '../../schema/register/server-home.ts';

const { dataDirectory } = inject('runningHub');

/** Officials are named in full wherever they act; some bear the name of a resident. */
const OFFICIALS = ['grid_post.worker_name', 'visit_team_slot.member', 'mediator.name', 'governance_case.accepted_by'];
const OFFICIAL = new Set([...OFFICIALS, 'case_event.by']);
/** Shorter texts, such as 无, are found anywhere. */
const TELLING = 4;

/** What the sealed columns of the district say, opened, by column. */
const clear = new Map<string, Set<string>>();
let registers: OpenRegisters;

beforeAll(async () => {
  registers = await openDatabases({ config: { dataDirectory, databaseUrls: new Map() } });
  for (const [department, database] of registers.databases) {
    for (const table of await sealedTablesOf(department)) await openTable(department, database, table);
  }
});
afterAll(() => registers.close());

async function openTable(department: string, database: Database, { name, table, key, sealed }: SealedTable) {
  const columns = [...new Set([...key, ...sealed])].map((column) => `"${column}"`).join(', ');
  const { rows } = await database.pool.query(`SELECT ${columns} FROM ${name}`);
  for (const column of sealed) {
    const texts = new Set<string>();
    clear.set(`${department} ${table}.${column}`, texts);
    for (const row of rows) {
      const place = placeOf(
        table,
        column,
        key.map((part) => row[part]),
      );
      for (const value of [row[column] ?? []].flat()) {
        expect(value).toMatch(/^~1[0-9a-f]{8}[A-Za-z0-9+/]+=*$/);
        texts.add(database.seal.open(value, place));
      }
    }
  }
}

describe('the registers at rest', () => {
  it('seal the names, numbers, telephones, addresses and narratives of a district', () => {
    const told = Object.fromEntries([...clear].map(([column, texts]) => [column, texts.size]));
    for (const column of ['id_number', 'name', 'phone', 'residence_address', 'previous_id_numbers', 'former_name']) {
      expect([column, told[`public-security person.${column}`]]).toEqual([column, expect.any(Number)]);
      expect(told[`public-security person.${column}`]).toBeGreaterThan(10);
    }
    // What officers write into the hub's own register comes with no extract.
    const taken = Object.entries(told).filter(([column]) => !/quarantined_row|^hub /.test(column));
    expect(taken.filter(([, texts]) => texts === 0)).toEqual([]);
  });

  it('hold none of it in clear, in any column of any table', async () => {
    const secrets = new Set([...clear.values()].flatMap((texts) => [...texts]).filter(({ length }) => length >= 2));
    const found = new Set<string>();
    for (const database of registers.databases.values()) {
      const { rows: columns } = await database.pool.query<{ table: string; column: string }>(
        `SELECT format('%I.%I', table_schema, table_name) AS table, column_name AS column
         FROM information_schema.columns
         WHERE table_schema IN ('public', 'exchange') AND data_type IN ('text', 'ARRAY', 'jsonb', 'character varying')`,
      );
      for (const { table, column } of columns) {
        const place = `${table.replace(/^(public|exchange)\./, '')}.${column}`;
        if (OFFICIAL.has(place)) continue;
        const { rows } = await database.pool.query(`SELECT DISTINCT "${column}"::text AS value FROM ${table}`);
        for (const { value } of rows) if (value !== null && secrets.has(value)) found.add(place);
      }
    }
    expect([...found]).toEqual([]);
  });

  it('show no number, telephone, address or narrative in the server’s files, its log of changes included', () => {
    const longer = ['person.residence_address', 'governance_case.description', 'incident.summary', 'case_event.note'];
    const needles = longer.flatMap((column) =>
      [...clear].flatMap(([place, texts]) =>
        place.endsWith(` ${column}`) ? [...texts].filter(({ length }) => length > 2 * TELLING).slice(0, 25) : [],
      ),
    );
    expect(needles.length).toBeGreaterThan(50);
    const numbers = new Set(
      ['id_number', 'phone'].flatMap((column) => [...(clear.get(`public-security person.${column}`) ?? [])]),
    );
    const found: string[] = [];
    for (const file of filesIn(serverHome(dataDirectory, serverAccount()))) {
      const bytes = contentOf(file);
      const text = bytes.toString('latin1');
      // Numbers of incidents and of other things have the form of a person's; only what is one counts.
      for (const [number] of text.matchAll(/330898\d{11}[\dX]|199\d{8}/g)) {
        if (numbers.has(number)) found.push(`${file}: a number`);
      }
      for (const needle of needles) if (bytes.includes(needle)) found.push(`${file}: a text`);
    }
    expect(found).toEqual([]);
  });
});

const filesIn = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name));

/** The server recycles and removes files while it runs. */
function contentOf(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    return Buffer.alloc(0);
  }
}
