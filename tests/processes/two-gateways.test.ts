import { rmSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { departmentNames, environmentPrefix } from '../../schema/departments.ts';
import { scratchData } from '../kit/hub-process.ts';
import { startLoad } from './load.ts';
import { post } from './post.ts';
import { askerHeaders, isAnswered, QUERY } from './question.ts';
import { type StartedProcess, start } from './started-process.ts';

/** The hub's own records stay with the gateways. */
const apart = departmentNames().filter((name) => name !== 'hub');
const data = scratchData();

let departments: StartedProcess;
let gateways: StartedProcess[];
let headers: { authorization: string };
let environment: Record<string, string>;

/** Starts a gateway on a port, a free one unless told. */
const open = (port = '0') => start('gateway/main.ts', ['--join', '--port', port], environment);

beforeAll(async () => {
  departments = await start('subgraphs/serve.ts', ['--port', '0', ...apart], { HUB_DATA: data });
  environment = {
    HUB_DATA: data,
    HUB_SCALE: '0',
    HUB_RATE_PER_SECOND: '0',
    // What is tested is not how fast a busy machine answers.
    HUB_FETCH_DEADLINE_MS: '20000',
    HUB_REQUEST_DEADLINE_MS: '25000',
    ...Object.fromEntries(
      apart.map((name) => [`${environmentPrefix(name)}_URL`, `${departments.url}/${name}/graphql`]),
    ),
  };
  gateways = await Promise.all([open(), open()]);
  headers = await askerHeaders(data);
});

afterAll(async () => {
  for (const gateway of gateways) await gateway.stop();
  await departments.stop();
  rmSync(data, { recursive: true, force: true });
});

describe('two gateways over the same registers, with every department apart', { timeout: 90_000 }, () => {
  it('answer alike, to the same token', async () => {
    const [one, other] = await Promise.all(gateways.map(({ url }) => post(url, QUERY, {}, headers)));
    expect(one?.errors).toEqual([]);
    expect(isAnswered({ data: one?.data })).toBe(true);
    expect(other).toEqual(one);
  });

  it('lose no request while each is started again in turn', async () => {
    const urls = gateways.map(({ url }) => url);
    const load = startLoad({ urls, headers, query: QUERY, isRight: isAnswered });
    await pause(500);
    for (const [place, gateway] of gateways.entries()) {
      gateway.kill('SIGTERM');
      expect(await gateway.ended).toBe(0);
      gateways[place] = await open(new URL(gateway.url).port);
      await pause(300);
    }
    const { answered, failures } = await load.stop();
    expect(failures).toEqual([]);
    expect(answered).toBeGreaterThan(20);
  });
});
