import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { publishCaseChanged } from '../../subgraphs/governance-center/loaders/case-changes.ts';
import { type FaultyHub, openFaultyHub } from '../faults/faulty-hub.ts';
import { type DepartmentsProcess, serveDepartments } from '../kit/departments-process.ts';
import { type BorderTown, NEXT_TOWN, openBorderTown } from './border-town.ts';
import { headersOf, type Subscriber, subscribe } from './subscriber.ts';

const CENTER = 'governance-center';
const CHANGES = 'subscription { caseChanged { number parties { person { id maskedName } } } }';
const unavailable = { errors: [{ extensions: { code: 'SOURCE_UNAVAILABLE', department: CENTER } }] };

let town: BorderTown;
let center: DepartmentsProcess;
let hub: FaultyHub;

beforeAll(async () => {
  town = await openBorderTown();
  await town.addCase('APART-1', `${NEXT_TOWN}003`);
  center = await serveDepartments(inject('runningHub').dataDirectory, [CENTER]);
  const urls = { [CENTER]: center.addresses[0]?.url ?? '' };
  hub = await openFaultyHub(urls, { HUB_FETCH_DEADLINE_MS: '20000', HUB_REQUEST_DEADLINE_MS: '25000' });
});
afterAll(async () => {
  await hub?.close();
  await center?.end();
  await town?.close();
});

const open = async (): Promise<Subscriber> =>
  subscribe(
    await headersOf({ persona: 'case-handler', purpose: 'docket', area: `${NEXT_TOWN}003` }),
    CHANGES,
    {},
    hub.url,
  );
const publish = () => publishCaseChanged(town.registers.database(CENTER), 'APART-1');

describe('subscribing to a centre that runs apart', () => {
  it('lets the centre hear no more once everybody has left', async () => {
    const subscribers = await Promise.all([open(), open()]);
    await expect.poll(() => town.listeners()).toBe(1);
    for (const { leave } of subscribers) leave();
    await expect.poll(() => town.listeners()).toBe(0);
  });

  it('tells of a change with what other departments know of it, until the centre stops, which waits for nobody', async () => {
    const subscriber = await open();
    await publish();
    await subscriber.until(1);
    const person = { id: town.person, maskedName: expect.stringContaining('*') };
    expect(subscriber.told).toEqual([{ data: { caseChanged: { number: 'APART-1', parties: [{ person }] } } }]);
    const ended = center.end();
    await subscriber.over;
    expect(subscriber.told.slice(1)).toMatchObject([unavailable]);
    expect(await ended).toBe(0);
    const late = await open();
    await late.over;
    expect(late.told).toMatchObject([unavailable]);
  });
});
