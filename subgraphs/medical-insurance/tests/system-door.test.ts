import { afterEach, describe, expect, it } from 'vitest';
import { FRESH_MS } from '../system/signature.ts';
import { openSystem, post, type SystemInProcess, signed, somebody } from './stand-in-system.ts';

let system: SystemInProcess;
afterEach(() => system.close());

const PATH = '/lookup/enrolments';
const asked = { ids: [somebody(1)] };
const statusAndCode = async (response: Response) => [
  response.status,
  ((await response.json()) as { code: string }).code,
];

describe('the bureau’s system', () => {
  it('answers a signed request with rows and their date', async () => {
    system = await openSystem();
    const response = await post(system, PATH, asked);
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({
      asOf: '2026-11-01T00:00:00+08:00',
      rows: [{ personId: somebody(1), areaCode: '330803001001', scheme: 'RESIDENT' }],
    });
  });

  it('refuses what is unsigned, signed for something else, stale, of the future, or sent a second time', async () => {
    system = await openSystem();
    expect(await statusAndCode(await post(system, PATH, asked, {}))).toEqual([401, 'UNSIGNED']);
    const other = signed(PATH, { ids: [somebody(2)] });
    expect(await statusAndCode(await post(system, PATH, asked, other))).toEqual([401, 'WRONG_SIGNATURE']);
    const elsewhere = signed('/lookup/entitlements', asked);
    expect(await statusAndCode(await post(system, PATH, asked, elsewhere))).toEqual([401, 'WRONG_SIGNATURE']);
    for (const moment of [-1, 1].map((sign) => Date.now() + sign * (FRESH_MS + 5_000))) {
      const stale = signed(PATH, asked, moment);
      expect(await statusAndCode(await post(system, PATH, asked, stale))).toEqual([401, 'STALE']);
    }
    const once = signed(PATH, asked);
    expect((await post(system, PATH, asked, once)).status).toBe(200);
    expect(await statusAndCode(await post(system, PATH, asked, once))).toEqual([401, 'REPLAYED']);
  });

  it('refuses more than fifty people a call', async () => {
    system = await openSystem();
    const many = (count: number) => ({ ids: Array.from({ length: count }, (_, index) => somebody(index)) });
    expect((await post(system, PATH, many(50))).status).toBe(200);
    expect(await statusAndCode(await post(system, PATH, many(51)))).toEqual([413, 'TOO_MANY_IDS']);
  });

  it('answers no more calls a second than its quota, and says when to come back', async () => {
    system = await openSystem({ callsPerSecond: 3, latencyMs: 0 });
    const responses = await Promise.all(Array.from({ length: 6 }, () => post(system, PATH, asked)));
    const refused = responses.filter(({ status }) => status === 429);
    expect(responses.filter(({ status }) => status === 200).length).toBeGreaterThanOrEqual(3);
    expect(refused.length).toBeGreaterThan(0);
    for (const { headers } of refused) expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
  });

  it('fails now and then', async () => {
    system = await openSystem({ failsEvery: 3 });
    const statuses: number[] = [];
    for (let call = 0; call < 6; call++) statuses.push((await post(system, PATH, asked)).status);
    expect(statuses).toEqual([200, 200, 503, 200, 200, 503]);
  });

  it('tells its health to anybody, and nothing else', async () => {
    system = await openSystem();
    expect(await (await fetch(`${system.url}/health`)).json()).toEqual({ status: 'ok', leases: 0 });
    expect((await fetch(`${system.url}/lease`)).status).toBe(401);
  });

  it('counts everybody once, by the set of their enrolments', async () => {
    system = await openSystem();
    const { rows } = await (await post(system, '/statistics', {})).json();
    const people = rows.reduce((sum: number, row: { people: number }) => sum + row.people, 0);
    expect(people).toBe(200);
    expect(new Set(rows.map(({ enrolments }: { enrolments: object[] }) => JSON.stringify(enrolments))).size).toBe(
      rows.length,
    );
  });
});
