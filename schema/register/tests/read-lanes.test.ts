import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { statement } from '../database.ts';
import { type ScratchDatabase, scratchDatabase } from './scratch-register.ts';

let scratch: ScratchDatabase;

beforeAll(async () => {
  scratch = await scratchDatabase('read-lanes');
});

afterAll(() => scratch.close());

const process = statement<{ pid: number }>('SELECT pg_backend_pid() AS pid');
const slow = statement<{ pid: number }>('SELECT pg_backend_pid() AS pid FROM pg_sleep(0.2)');
const quotient = statement<{ result: number }>('SELECT 6 / $1::int AS result');

const processOf = async (which = process): Promise<number | undefined> =>
  (await scratch.database.query(which, []))[0]?.pid;

describe('reads of a database', () => {
  it('go together on one connection when they are asked together', async () => {
    const processes = await Promise.all([processOf(), processOf(), processOf()]);
    expect(new Set(processes).size).toBe(1);
  });

  it('do not wait for those that were asked before', async () => {
    const first = processOf(slow);
    await new Promise((resolve) => setImmediate(resolve));
    const started = performance.now();
    const second = await processOf();
    expect(performance.now() - started).toBeLessThan(150);
    expect(second).not.toBe(await first);
  });

  it('fail alone', async () => {
    const answers = await Promise.allSettled([3, 0, 2].map((divisor) => scratch.database.query(quotient, [divisor])));
    expect(answers).toMatchObject([
      { status: 'fulfilled', value: [{ result: 2 }] },
      { status: 'rejected', reason: { code: '22012' } },
      { status: 'fulfilled', value: [{ result: 3 }] },
    ]);
  });

  it('open another connection where one was lost', async () => {
    const lost = await processOf();
    await scratch.database.pool.query('SELECT pg_terminate_backend($1)', [lost]);
    await expect.poll(() => processOf().catch(() => lost)).not.toBe(lost);
  });
});
