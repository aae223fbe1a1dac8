import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { layoutsOf } from '../../schema/extracts/discover-layouts.ts';
import { type OpenRegisters, openDatabases } from '../../schema/register/open-databases.ts';
import { bureauRows } from '../kit/bureau-store.ts';

const { dataDirectory } = inject('runningHub');
const DEPARTMENT = 'medical-insurance';

let registers: OpenRegisters;
beforeAll(async () => {
  registers = await openDatabases({ config: { dataDirectory, databaseUrls: new Map() } });
});
afterAll(() => registers.close());

const tablesOf = async (department: string): Promise<{ name: string; columns: string[] }[]> =>
  (
    await registers.database(department).pool.query(
      `SELECT table_schema || '.' || table_name AS name, array_agg(column_name::text) AS columns
       FROM information_schema.columns WHERE table_schema NOT IN ('pg_catalog', 'information_schema') GROUP BY 1`,
    )
  ).rows;

describe('what medical insurance knows', () => {
  it('stays in the bureau’s own system, every accepted row of it and no other', async () => {
    const { rows: batches } = await registers
      .database(DEPARTMENT)
      .pool.query('SELECT layout, sum(accepted)::int AS accepted FROM exchange.import_batch GROUP BY 1');
    const accepted = new Map(batches.map((batch) => [batch.layout, batch.accepted]));
    const tables = { enrolments: 'enrolment', 'chronic-entitlements': 'chronic_entitlement' };
    for (const [layout, table] of Object.entries(tables)) {
      const [held] = bureauRows<{ n: number }>(dataDirectory, `SELECT count(*) AS n FROM ${table}`);
      expect([layout, held?.n]).toEqual([layout, accepted.get(layout)]);
      expect(held?.n).toBeGreaterThan(500);
    }
  });

  it('fills no table of any of the hub’s databases', async () => {
    expect((await tablesOf(DEPARTMENT)).map(({ name }) => name).sort()).toEqual([
      'exchange._prisma_migrations',
      'exchange.import_batch',
      'exchange.outbox',
      'exchange.quarantined_row',
      'exchange.sealed_table',
      'public._prisma_migrations',
    ]);
    const own = ['disease_code', 'place_code', 'subsidised', 'paused_on'];
    const known = new Set((await layoutsOf(DEPARTMENT)).flatMap(({ columns }) => Object.keys(columns)));
    expect(own.filter((column) => !known.has(column))).toEqual([]);
    for (const department of registers.databases.keys()) {
      const like = (await tablesOf(department)).filter(({ columns }) => own.some((name) => columns.includes(name)));
      expect([department, like]).toEqual([department, []]);
    }
  });
});
