import { readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { issueToken } from '../../gateway/access/issue-token.ts';
import { openTokenKeys } from '../../gateway/access/token-keys.ts';
import { processIdentity } from '../../schema/register/process-identity.ts';
import { type HubProcess, scratchData, startHub } from '../kit/hub-process.ts';

const data = scratchData();
const extracts = (): string => statSync(join(data, 'extracts', 'truth', 'rows.ndjson')).mtime.toISOString();

let hub: HubProcess;

/** Process number of the PostgreSQL server of the data directory; null where none is noted. */
function postgres(): number | null {
  for (const path of readdirSync(data, { recursive: true, encoding: 'utf8' })) {
    if (path.endsWith('postmaster.pid')) return Number(readFileSync(join(data, path), 'utf8').split('\n')[0]);
  }
  return null;
}

const isAlive = (pid: number): boolean => processIdentity(pid) !== null;

async function countCases(): Promise<number> {
  const token = await issueToken(await openTokenKeys(data), { persona: 'case-handler' });
  const response = await fetch(`${hub.url}/graphql`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', 'x-purpose': 'docket' },
    body: JSON.stringify({ query: '{ cases(first: 0) { totalCount } }' }),
  });
  const { data: answer } = (await response.json()) as { data: { cases: { totalCount: number } } };
  return answer.cases.totalCount;
}

beforeAll(async () => {
  hub = await startHub(data);
});

afterAll(async () => {
  await hub?.end('SIGTERM');
  rmSync(data, { recursive: true, force: true });
});

describe('a hub that starts, stops and starts again', () => {
  it('prints a sample that answers, and no word of anybody', () => {
    expect(hub.said).toMatch(/Generated district/);
    expect(hub.said).not.toMatch(/330898\d{8}/);
  });

  it('refuses a second hub on the same data, with the number of the one that runs', async () => {
    const second = startHub(data).catch((fault: Error) => fault);
    const { message } = (await second) as Error;
    expect(message).toContain(`process ${hub.process.pid}`);
    expect(message).toContain('code 1');
    expect(await countCases()).toBeGreaterThan(0);
  });

  it('stops in order on SIGTERM, with its PostgreSQL', async () => {
    const pid = postgres() as number;
    expect(isAlive(pid)).toBe(true);
    expect(await hub.end('SIGTERM')).toEqual({ code: 0, signal: null });
    expect(postgres()).toBeNull();
    await expect(fetch(`${hub.url}/health`)).rejects.toThrow();
  });

  it('generates nothing at the second start', async () => {
    const before = extracts();
    hub = await startHub(data);
    expect(hub.said).not.toMatch(/Generated district/);
    expect(extracts()).toBe(before);
    expect(await countCases()).toBeGreaterThan(0);
  });

  it('takes over the PostgreSQL of a hub that was killed, and loses nothing', async () => {
    const cases = await countCases();
    const pid = postgres() as number;
    expect(await hub.end('SIGKILL')).toEqual({ code: null, signal: 'SIGKILL' });
    expect(isAlive(pid)).toBe(true);
    hub = await startHub(data);
    expect(await countCases()).toBe(cases);
    const serving = postgres() as number;
    expect(isAlive(serving)).toBe(true);
    expect(await hub.end('SIGTERM')).toEqual({ code: 0, signal: null });
    expect(postgres()).toBeNull();
    for (const one of [pid, serving]) expect(isAlive(one)).toBe(false);
  });
});
