import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { createSystemClient } from '../connection/system-client.ts';
import { KEY, openSystem, type SystemInProcess, somebody } from './stand-in-system.ts';

const numbers = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, index) => from + index);
const peopleOf = (from: number, to: number) => numbers(from, to).map(somebody);

let system: SystemInProcess | undefined;
afterEach(async () => {
  await system?.close();
  system = undefined;
});

describe('asking the bureau’s system', () => {
  it('asks for fifty people a call, and answers for each', async () => {
    system = await openSystem();
    const told = await system.client.lookUp('enrolments', peopleOf(1, 120));
    expect(system.came.map(({ ids }) => ids.length)).toEqual([50, 50, 20]);
    expect([...told.keys()].sort()).toEqual(peopleOf(1, 120));
    for (const [id, { rows, asOf }] of told) {
      expect(rows.map(({ personId }) => personId)).toEqual([id]);
      expect(asOf).toBe('2026-11-01T00:00:00+08:00');
    }
  });

  it('lets requests of the same moment share a call, and tells each of its own people alone', async () => {
    system = await openSystem();
    const [one, other] = await Promise.all([
      system.client.lookUp('enrolments', peopleOf(1, 3)),
      system.client.lookUp('enrolments', peopleOf(3, 5)),
    ]);
    expect(system.came.map(({ ids }) => ids)).toEqual([peopleOf(1, 5)]);
    expect([[...one.keys()].sort(), [...other.keys()].sort()]).toEqual([peopleOf(1, 3), peopleOf(3, 5)]);
  });

  it('keeps nothing: the same question later is asked again', async () => {
    system = await openSystem();
    await system.client.lookUp('enrolments', [somebody(1)]);
    system.store.exec(`UPDATE enrolment SET status = 'PAUSED'`);
    const told = await system.client.lookUp('enrolments', [somebody(1)]);
    expect(told.get(somebody(1))?.rows[0]?.status).toBe('PAUSED');
  });

  it('tries again what failed, and calls no more than the quota lets it', async () => {
    system = await openSystem({ failsEvery: 2 });
    for (let round = 0; round < 6; round++) {
      const told = await system.client.lookUp('records', [somebody(round + 1)]);
      expect(told.get(somebody(round + 1))?.rows).toHaveLength(1);
    }
    expect(system.client.calls).toBeGreaterThan(6);
  });

  it('keeps to its own quota, so that the system need not refuse', async () => {
    system = await openSystem({ callsPerSecond: 10 });
    const client = createSystemClient({ url: system.url, key: KEY, callsPerSecond: 10 });
    const start = performance.now();
    for (let round = 0; round < 14; round++) await client.lookUp('enrolments', [somebody(1)]);
    expect(performance.now() - start).toBeGreaterThan(300);
    // A refusal would have cost a second call.
    expect(client.calls).toBe(14);
  });

  it('waits where it is told to, within its deadline', async () => {
    system = await openSystem({ callsPerSecond: 2 });
    for (let round = 0; round < 3; round++) {
      expect((await system.client.lookUp('enrolments', [somebody(1)])).size).toBe(1);
    }
    expect(system.came.length).toBeGreaterThan(3);
  });

  it('says at once that nobody is there', async () => {
    const { url, close } = await openSystem();
    await close();
    const nowhere = createSystemClient({ url, key: KEY, callsPerSecond: 20 });
    const start = performance.now();
    await expect(nowhere.lookUp('enrolments', [somebody(1)])).rejects.toMatchObject({ code: 'SYSTEM_UNREACHABLE' });
    expect(performance.now() - start).toBeLessThan(1_500);
  });

  it.each([
    ['is silent', 'SYSTEM_TOO_SLOW', null],
    ['fails for ever', 'SYSTEM_TOO_SLOW', { status: 503, body: '{}' }],
    ['does not know the key', 'SYSTEM_REFUSED', { status: 401, body: '{}' }],
    ['answers something else', 'SYSTEM_MALFORMED_ANSWER', { status: 200, body: '{"rows":[{"personId":1}]}' }],
    ['answers no JSON', 'SYSTEM_REFUSED', { status: 200, body: '<html>' }],
  ])('gives up where the system %s', async (_what, code, answer) => {
    const server = createServer((_request, response) => {
      if (answer) response.writeHead(answer.status).end(answer.body);
    }).listen(0, '127.0.0.1');
    await new Promise((listening) => server.once('listening', listening));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const client = createSystemClient({ url, key: KEY, callsPerSecond: 100 });
    const start = performance.now();
    await expect(client.lookUp('enrolments', [somebody(1)])).rejects.toMatchObject({ code });
    expect(performance.now() - start).toBeLessThan(6_000);
    server.closeAllConnections();
    server.close();
  });
});
