import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { type OpenRegisters, openDatabases } from '../../schema/register/open-databases.ts';
import { handlerOf, idOf } from '../journeys/askers.ts';
import { theWorld } from '../journeys/truth/world.ts';
import { type DepartmentsProcess, serveDepartments } from '../kit/departments-process.ts';
import { type FaultyHub, openFaultyHub } from './faulty-hub.ts';

const QUESTION = 'query ($person: ID!) { person(id: $person) { maskedName mediations(first: 3) { totalCount } } }';

const world = theWorld();
const asker = handlerOf(world.matter(world.notable.everythingAll[0]?.matter ?? 0));

let justice: DepartmentsProcess;
let registers: OpenRegisters;
let hub: FaultyHub;
let person: string;

beforeAll(async () => {
  const { dataDirectory } = inject('runningHub');
  registers = await openDatabases({ departments: ['justice'], config: { dataDirectory, databaseUrls: new Map() } });
  justice = await serveDepartments(dataDirectory, ['justice']);
  const urls = Object.fromEntries(justice.addresses.map(({ department, url }) => [department, url]));
  hub = await openFaultyHub(urls, { HUB_FETCH_DEADLINE_MS: '20000', HUB_REQUEST_DEADLINE_MS: '25000' });
  person = await idOf(world.notable.everything);
});

afterAll(async () => {
  await hub?.close();
  await justice?.end();
  await registers?.close();
});

describe('a department that is told to stop', () => {
  it('gives the answer that is under way, takes no other question, and ends', async () => {
    expect((await hub.ask(asker, QUESTION, { person })).errors).toEqual([]);
    const lock = await registers.database('justice').pool.connect();
    await lock.query('BEGIN; LOCK TABLE mediation_party IN ACCESS EXCLUSIVE MODE');
    let answered = false;
    const underWay = hub.ask(asker, QUESTION, { person }).finally(() => {
      answered = true;
    });
    const waiting = `SELECT count(*)::int AS count FROM pg_locks WHERE NOT granted AND relation = 'mediation_party'::regclass`;
    await expect.poll(async () => (await lock.query(waiting)).rows[0].count, { timeout: 10_000 }).toBeGreaterThan(0);
    const ended = justice.end();
    const url = justice.addresses[0]?.url ?? '';
    await expect
      .poll(
        () =>
          fetch(url).then(
            () => 'open',
            () => 'closed',
          ),
        { timeout: 10_000 },
      )
      .toBe('closed');
    expect(answered).toBe(false);
    await lock.query('COMMIT');
    lock.release();
    expect((await underWay).errors).toEqual([]);
    expect(await ended).toBe(0);
    const later = await hub.ask(asker, QUESTION, { person });
    expect(later.data.person).toEqual({ maskedName: expect.any(String), mediations: null });
    expect(later.errors[0]?.extensions).toMatchObject({ code: 'SOURCE_UNAVAILABLE', department: 'justice' });
  });
});
