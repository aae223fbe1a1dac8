import { mkdtemp, rm } from 'node:fs/promises';
import { Agent, get } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { standingOf } from '../../access/tests/believed.ts';
import { gatewayConfig } from '../../config.ts';
import type { OpenServer } from '../../start/listen.ts';
import { setUpDoor } from '../../start/set-up-door.ts';
import { createReadiness } from '../readiness.ts';
import { smallHub } from './observed-door.ts';

let directory: string;
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'readiness-'));
});
afterAll(() => rm(directory, { recursive: true }));

const open = (answers: () => Promise<unknown>): Promise<OpenServer> =>
  setUpDoor(
    { ...smallHub(), standing: standingOf(), answers },
    directory,
    gatewayConfig({ HUB_PORT: '0', LOG_LEVEL: 'silent' }),
  );

const status = (url: string, agent: Agent): Promise<number | undefined> =>
  new Promise((found, failed) => {
    get(url, { agent }, (response) => {
      response.resume().once('end', () => found(response.statusCode));
    }).once('error', failed);
  });

describe('a hub that serves', () => {
  it('is ready while the register of purposes answers, and alive either way', async () => {
    let answers = true;
    const door = await open(() => (answers ? Promise.resolve() : Promise.reject(new Error('no connection'))));
    const agent = new Agent({ keepAlive: true });
    expect(await status(`${door.url}/ready`, agent)).toBe(200);
    answers = false;
    await expect.poll(() => status(`${door.url}/ready`, agent), { timeout: 5_000 }).toBe(503);
    expect(await status(`${door.url}/health`, agent)).toBe(200);
    answers = true;
    await expect.poll(() => status(`${door.url}/ready`, agent), { timeout: 5_000 }).toBe(200);
    agent.destroy();
    await door.close();
  });

  it('is not ready while it drains, and still alive', async () => {
    const door = await open(() => Promise.resolve());
    const agents = [new Agent({ keepAlive: true, maxSockets: 1 }), new Agent({ keepAlive: true, maxSockets: 1 })];
    const ask = (path: string) => Promise.all(agents.map((agent) => status(`${door.url}${path}`, agent)));
    expect(await ask('/ready')).toEqual([200, 200]);
    const [first, second] = agents as [Agent, Agent];
    const closed = door.close();
    expect(await Promise.all([status(`${door.url}/ready`, first), status(`${door.url}/health`, second)])).toEqual([
      503, 200,
    ]);
    await closed;
  });
});

describe('readiness', () => {
  it('does not wait long for a register that hangs', async () => {
    const start = performance.now();
    expect(await createReadiness(() => new Promise(() => undefined)).ready()).toBe(false);
    expect(performance.now() - start).toBeLessThan(3_000);
  });

  it('asks once, however many look', async () => {
    let asked = 0;
    const readiness = createReadiness(() => Promise.resolve((asked += 1)));
    await Promise.all(Array.from({ length: 20 }, () => readiness.ready()));
    expect(asked).toBe(1);
  });
});
