import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { statement } from '../database.ts';
import { rfc3339 } from '../postgres-types.ts';
import { type ScratchDatabase, scratchDatabase } from './scratch-register.ts';

let scratch: ScratchDatabase;

beforeAll(async () => {
  scratch = await scratchDatabase('database');
});

afterAll(() => scratch.close());

describe('Database.query', () => {
  it('reads dates, timestamps and numbers as the registers mean them', async () => {
    const values = statement(`SELECT '2026-01-02'::date AS date, '2026-01-01T16:00:00Z'::timestamptz AS instant,
      '2026-01-01T16:00:00.123456Z'::timestamptz AS precise, 1.50::numeric AS amount, 12::int8 AS count,
      ARRAY['2026-01-02'::date, NULL] AS dates, ARRAY[7::int8] AS counts,
      ARRAY['2026-01-01T16:00:00Z'::timestamptz] AS instants, $1::uuid[] AS ids`);
    const ids = ['0198a5f0-0000-7000-8000-000000000001'];
    expect(await scratch.database.query(values, [ids])).toEqual([
      {
        date: '2026-01-02',
        instant: '2026-01-02T00:00:00+08:00',
        precise: '2026-01-02T00:00:00.123+08:00',
        amount: '1.50',
        count: 12,
        dates: ['2026-01-02', null],
        counts: [7],
        instants: ['2026-01-02T00:00:00+08:00'],
        ids,
      },
    ]);
  });

  it('prepares a statement once a connection', async () => {
    const prepared = statement<{ count: number }>('SELECT count(*) FROM pg_prepared_statements WHERE name = $1');
    await scratch.database.transaction(async (client) => {
      for (const _ of [1, 2]) await client.query({ ...prepared, values: [prepared.name] });
      const { rows } = await client.query({ ...prepared, values: [prepared.name] });
      expect(rows).toEqual([{ count: 1 }]);
    });
  });
});

describe('Database.watch', () => {
  it('notes each statement while it watches, and no more', async () => {
    const one = statement('SELECT 1');
    const before = scratch.database.statements;
    const watch = scratch.database.watch();
    await Promise.all([scratch.database.query(one, []), scratch.database.query(one, [])]);
    watch.stop();
    await scratch.database.query(one, []);
    expect(watch.texts).toEqual(['SELECT 1', 'SELECT 1']);
    expect(scratch.database.statements - before).toBe(3);
  });
});

describe('Database.transaction', () => {
  it('takes everything back when the work rejects', async () => {
    const { database } = scratch;
    await database.pool.query('CREATE TABLE note (text text)');
    const work = database.transaction(async (client) => {
      await client.query(`INSERT INTO note VALUES ('lost')`);
      throw new Error('changed my mind');
    });
    await expect(work).rejects.toThrow('changed my mind');
    expect(await database.query(statement('SELECT * FROM note'), [])).toEqual([]);
  });
});

describe('rfc3339', () => {
  it.each([
    ['1988-07-01 09:00:00+09', '1988-07-01T08:00:00+08:00'],
    ['1900-01-01 08:05:43+08:05:43', '1900-01-01T08:00:00+08:00'],
    ['2026-01-01 16:00:00.5+00', '2026-01-02T00:00:00.500+08:00'],
    ['2026-01-01 12:00:00-03:30', '2026-01-01T23:30:00+08:00'],
    ['infinity', 'infinity'],
  ])('writes %s as %s', (text, expected) => {
    expect(rfc3339(text)).toBe(expected);
  });
});
