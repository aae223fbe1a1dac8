import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { statement } from '../database.ts';
import { KnownShapes, LaneQuery } from '../lane-query.ts';
import { type ScratchDatabase, scratchDatabase } from './scratch-register.ts';

let scratch: ScratchDatabase;

beforeAll(async () => {
  scratch = await scratchDatabase('lane-query');
});

afterAll(() => scratch.close());

const typed = statement<object>(`
  SELECT n AS number, NULL::text AS nothing, 'a' || n AS text, ARRAY[n, n + 1] AS numbers, (n = 2) AS two,
    '2026-01-02'::date AS day, '2026-01-02 03:04:05+08'::timestamptz AS moment, jsonb_build_object('n', n) AS object
  FROM generate_series(1, $1::int) AS n`);

const row = (number: number) => ({
  ...{ number, nothing: null, text: `a${number}`, numbers: [number, number + 1], two: number === 2 },
  ...{ day: '2026-01-02', moment: '2026-01-02T03:04:05+08:00', object: { n: number } },
});

describe('a prepared read', () => {
  it('gives rows of the register’s types, the first time and every other', async () => {
    for (const rows of [0, 3, 1, 2]) {
      const expected = Array.from({ length: rows }, (_, index) => row(index + 1));
      expect(await scratch.database.query(typed, [rows])).toEqual(expected);
    }
    const together = await Promise.all([1, 2, 3].map((rows) => scratch.database.query(typed, [rows])));
    expect(together.map(({ length }) => length)).toEqual([1, 2, 3]);
  });

  it('is described once a connection', async () => {
    const once = statement<object>('SELECT $1::int AS once');
    const described = vi.spyOn(pg.Connection.prototype, 'describe');
    for (const value of [1, 2, 3]) expect(await scratch.database.query(once, [value])).toEqual([{ once: value }]);
    expect(described).toHaveBeenCalledTimes(1);
    described.mockRestore();
  });

  it('fails where a value cannot be read', () => {
    const unreadable = new SyntaxError('unreadable');
    const getTypeParser = () => () => {
      throw unreadable;
    };
    const told = vi.fn<(fault: Error | null) => void>();
    const query = new LaneQuery({ name: 'n', text: 'SELECT 1' }, new KnownShapes({ getTypeParser } as never), told);
    query.handleRowDescription({ fields: [{ name: 'one', dataTypeID: 23, format: 'text' }] });
    query.handleDataRow({ fields: ['1'] });
    query.handleReadyForQuery();
    expect(told.mock.calls).toEqual([[unreadable]]);
  });
});
