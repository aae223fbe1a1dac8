import { rmSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { scratchData } from '../kit/hub-process.ts';
import { startLoad } from './load.ts';
import { post } from './post.ts';
import { askerHeaders, isAnswered, QUERY } from './question.ts';
import { EndedEarly, type StartedProcess, start } from './started-process.ts';

const data = scratchData();
const environment = { HUB_DATA: data, HUB_SCALE: '0', HUB_PORT: '0', HUB_RATE_PER_SECOND: '0' };
const RATE = { HUB_RATE_PER_SECOND: '1', HUB_RATE_BURST: '20' };

let hub: StartedProcess;
let headers: { authorization: string };

const load = () => startLoad({ urls: [hub.url], headers, query: QUERY, isRight: isAnswered });
/** The process numbers that the log's latest line of this kind names. */
const logged = (message: string): { worker: number; before?: number }[] =>
  hub
    .said()
    .split('\n')
    .filter((line) => line.startsWith('{') && line.includes(message))
    .map((line) => JSON.parse(line));

beforeAll(async () => {
  hub = await start('gateway/main.ts', ['--workers', '2'], environment);
  headers = await askerHeaders(data);
});

afterAll(async () => {
  await hub.stop();
  rmSync(data, { recursive: true, force: true });
});

describe('a hub of two workers', { timeout: 90_000 }, () => {
  it('answers', async () => {
    const { data: answered, errors } = await post(hub.url, QUERY, {}, headers);
    expect(errors).toEqual([]);
    expect(isAnswered({ data: answered })).toBe(true);
  });

  it('tells the metrics of both, whichever is asked, and that it is ready', async () => {
    const answers = await Promise.all(
      Array.from({ length: 4 }, async () => (await fetch(new URL('/metrics', hub.url))).text()),
    );
    for (const text of answers) {
      const told = [...text.matchAll(/^process_resident_memory_bytes\{worker="(\d+)"\} \d/gm)].map(
        ([, worker]) => worker,
      );
      expect(new Set(told).size).toBe(2);
    }
    expect((await fetch(new URL('/ready', hub.url))).status).toBe(200);
  });

  it('refuses a second hub on the same data that was not told to join', async () => {
    const fault = await start('gateway/main.ts', [], environment).catch((ended: unknown) => ended);
    expect(fault).toBeInstanceOf(EndedEarly);
    expect((fault as EndedEarly).exitCode).toBe(1);
    expect((fault as EndedEarly).message).toMatch(/HUB_DATA_IN_USE[^]*--join/);
  });

  it('renews its workers one by one on SIGHUP, without losing a request', async () => {
    const running = load();
    await pause(500);
    hub.kill('SIGHUP');
    await hub.saying(/a worker was renewed/, 2);
    await pause(500);
    const { answered, failures } = await running.stop();
    expect(failures).toEqual([]);
    expect(answered).toBeGreaterThan(20);
    const renewals = logged('a worker was renewed');
    expect(new Set(renewals.flatMap(({ worker, before }) => [worker, before])).size).toBe(4);
  });

  it('goes on when a worker is killed, and starts another', async () => {
    const [{ worker } = { worker: 0 }] = logged('a worker was renewed');
    process.kill(worker, 'SIGKILL');
    await hub.saying(/a worker ended unasked/);
    for (let request = 0; request < 10; request += 1) {
      const { errors, data: answered } = await post(hub.url, QUERY, {}, headers);
      expect(isAnswered({ data: answered, ...(errors.length > 0 && { errors }) })).toBe(true);
    }
    await hub.saying(/a worker was started again/);
    expect(logged('a worker was started again')[0]?.worker).not.toBe(worker);
  });

  it('ends all its workers on SIGTERM, answering what is under way', async () => {
    const askEight = () => Array.from({ length: 8 }, () => post(hub.url, QUERY, {}, headers));
    // Opens the connections on which the next eight are sent.
    await Promise.all(askEight());
    const asked = askEight();
    await Promise.race(asked);
    hub.kill('SIGTERM');
    for (const { errors } of await Promise.all(asked)) expect(errors).toEqual([]);
    expect(await hub.ended).toBe(0);
    await expect(fetch(`${hub.url}/health`)).rejects.toThrow();
  });
});

describe('what a user may send to a hub of two workers', { timeout: 90_000 }, () => {
  it('is what a user may send to a hub of one', async () => {
    const rated = scratchData();
    const limited = await start('gateway/main.ts', ['--workers', '2'], { ...environment, HUB_DATA: rated, ...RATE });
    const asker = await askerHeaders(rated);
    const ask = async () => {
      const response = await fetch(`${limited.url}/graphql`, {
        method: 'POST',
        // A connection each, which the workers take in turns.
        headers: { ...asker, 'content-type': 'application/json', connection: 'close' },
        body: JSON.stringify({ query: '{ __typename }' }),
      });
      await response.arrayBuffer();
      return response.status;
    };
    const began = performance.now();
    const statuses: number[] = [];
    for (let sent = 0; sent < 60; sent += 10) statuses.push(...(await Promise.all(Array.from({ length: 10 }, ask))));
    const seconds = Math.ceil((performance.now() - began) / 1_000) + 1;
    await limited.stop();
    rmSync(rated, { recursive: true, force: true });
    const answered = statuses.filter((status) => status === 200).length;
    expect(answered).toBeGreaterThanOrEqual(21);
    expect(answered).toBeLessThanOrEqual(20 + seconds);
    expect(statuses.filter((status) => status === 429).length).toBe(60 - answered);
  });
});
