import type { IncomingMessage } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { unanswered } from '../../transport/department-failure.ts';
import { showCircuit, showGaugesOf } from '../gauges.ts';
import { createObserver } from '../observer.ts';
import { toldOperations } from '../operation-names.ts';
import { type ObservedDoor, openObservedDoor, smallHub } from './observed-door.ts';

let door: ObservedDoor;
let down = false;

beforeAll(async () => {
  const small = smallHub(() => (down ? Promise.reject(unanswered('down')) : Promise.resolve()));
  const databases = new Map([['registry', { connections: { open: 5, idle: 3, waiting: 1 } }]]);
  showGaugesOf({ engine: small.engine, databases });
  door = await openObservedDoor(small);
});
afterAll(() => door.close());

const read = async (headers: Record<string, string> = {}): Promise<Response> =>
  fetch(`${door.url}/metrics`, { headers });

/** The value of one line of the metrics. */
async function valueOf(name: string): Promise<number | undefined> {
  const text = await (await read()).text();
  const line = text.split('\n').find((each) => each.startsWith(`${name} `));
  return line === undefined ? undefined : Number(line.slice(name.length + 1));
}

describe('the metrics', () => {
  it('count requests by operation and outcome, fetches, refusals and plans', async () => {
    const query = 'query Neighbours { people { id } }';
    await door.post({ query });
    await door.post({ query });
    await door.post({ query: '{ people { name } }' });
    await door.post({ query }, { authorization: 'Bearer nobody' });
    await door.post({ query: 'query Neighbours { nothing }' });
    down = true;
    await door.post({ query: 'query Down { people { id } }' });
    down = false;
    const request = (operation: string, outcome: string) =>
      valueOf(`hub_request_duration_seconds_count{operation="${operation}",outcome="${outcome}"}`);
    expect(await request('Neighbours', 'ok')).toBe(2);
    expect(await request('Neighbours', 'refused')).toBe(1);
    expect(await request('anonymous', 'ok')).toBe(1);
    expect(await request('other', 'refused')).toBe(1);
    expect(await request('Down', 'partial')).toBe(1);
    expect(await valueOf('hub_fetch_duration_seconds_count{department="registry",outcome="ok"}')).toBe(3);
    expect(await valueOf('hub_fetch_duration_seconds_count{department="registry",outcome="SOURCE_UNAVAILABLE"}')).toBe(
      1,
    );
    expect(await valueOf('hub_refusals_total{code="UNAUTHENTICATED"}')).toBe(1);
    expect(await valueOf('hub_refusals_total{code="GRAPHQL_VALIDATION_FAILED"}')).toBe(1);
    expect(await valueOf('hub_refusals_total{code="SOURCE_UNAVAILABLE"}')).toBe(1);
    expect(await valueOf('hub_plan_cache_hits_total')).toBe(1);
    expect(await valueOf('hub_plan_cache_misses_total')).toBeGreaterThanOrEqual(3);
  });

  it('show connections, breakers and the process', async () => {
    showCircuit('civil-affairs', 'open');
    expect(await valueOf('hub_pool_connections{department="registry",state="busy"}')).toBe(2);
    expect(await valueOf('hub_pool_connections{department="registry",state="waiting"}')).toBe(1);
    expect(await valueOf('hub_breaker_state{department="civil-affairs"}')).toBe(2);
    expect(await valueOf('process_resident_memory_bytes')).toBeGreaterThan(0);
  });

  it('are text that Prometheus reads', async () => {
    const answer = await read();
    expect(answer.headers.get('content-type')).toMatch(/^text\/plain; version=0\.0\.4/);
    expect(await answer.text()).toContain('# TYPE hub_request_duration_seconds histogram');
  });

  it('are not shown to whoever a proxy speaks for', async () => {
    expect((await read({ 'x-forwarded-for': '203.0.113.5' })).status).toBe(404);
    expect((await read({ forwarded: 'for=203.0.113.5' })).status).toBe(404);
  });

  it.each([
    ['127.0.0.1', false, true],
    ['::1', false, true],
    ['203.0.113.5', false, false],
    ['203.0.113.5', true, true],
    ['::ffff:203.0.113.5', false, false],
  ])('are shown to %s, opened %s: %s', (remoteAddress, metricsOpen, shown) => {
    const observer = createObserver({ told: () => 'other', log: { info: () => undefined }, metricsOpen });
    const request = { headers: {}, socket: { remoteAddress } } as unknown as IncomingMessage;
    expect(observer.showsMetricsTo(request)).toBe(shown);
  });
});

describe('the names of operations', () => {
  it('are at most 200, whatever clients send', () => {
    const told = toldOperations(new Set(), true);
    const names = new Set(Array.from({ length: 1_000 }, (_, index) => told(`Name${index}`)));
    expect(names.size).toBe(201);
    expect(names).toContain('other');
  });

  it('are those of trusted documents alone where no other counts', () => {
    const told = toldOperations(new Set(['CaseDetail']), false);
    expect([told('CaseDetail'), told('ZhangWei'), told(undefined)]).toEqual(['CaseDetail', 'other', 'anonymous']);
  });

  it('hold no long number and nothing long', () => {
    const told = toldOperations(new Set(), true);
    expect([told('Person330898199001011234'), told('x'.repeat(65)), told('a b')]).toEqual(['other', 'other', 'other']);
  });
});
