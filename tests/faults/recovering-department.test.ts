import type { RequestListener } from 'node:http';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { openPublicRing } from '../../schema/kit/keys/pair-ring.ts';
import { openSecretRing } from '../../schema/kit/keys/secret-ring.ts';
import { serveSubgraph } from '../../schema/kit/served-subgraph.ts';
import { createVerifyViewer, VIEWER_KEY_USE } from '../../schema/kit/signed-viewer.ts';
import { createSubgraphDoor } from '../../schema/kit/subgraph-door.ts';
import { openDatabases } from '../../schema/register/open-databases.ts';
import { subgraph } from '../../subgraphs/justice/subgraph.ts';
import { docketOf, handlerOf, idOf } from '../journeys/askers.ts';
import { theWorld } from '../journeys/truth/world.ts';
import { type FaultyHub, openFaultyHub } from './faulty-hub.ts';
import { type MisbehavingDepartment, startMisbehavingDepartment } from './misbehaving-department.ts';

const QUESTION = 'query ($person: ID!) { person(id: $person) { maskedName mediations(first: 3) { totalCount } } }';
const PAUSE_MS = 400;
const REQUEST_DEADLINE_MS = 3_000;

const world = theWorld();
const asker = handlerOf(world.matter(world.notable.everythingAll[0]?.matter ?? 0));
const faults: unknown[] = [];

let justice: MisbehavingDepartment;
let centre: MisbehavingDepartment;
let hub: FaultyHub;
let person: string;
let close: () => Promise<void>;

const ask = () => hub.ask(asker, QUESTION, { person });
const pause = (milliseconds: number) => new Promise((later) => setTimeout(later, milliseconds));

beforeAll(async () => {
  const { dataDirectory } = inject('runningHub');
  const registers = await openDatabases({
    departments: ['justice'],
    config: { dataDirectory, databaseUrls: new Map() },
  });
  const onFault = (fault: unknown) => faults.push(fault);
  const served = await serveSubgraph(
    subgraph,
    registers.database('justice'),
    openSecretRing(dataDirectory, 'cursor'),
    onFault,
  );
  const verify = createVerifyViewer('justice', openPublicRing(dataDirectory, VIEWER_KEY_USE));
  const door = createSubgraphDoor(new Map([['graphql', { subgraph: served, verify }]]), onFault);
  const well: RequestListener = (request, response) => {
    request.url = '/graphql/graphql';
    door.emit('request', request, response);
  };
  justice = await startMisbehavingDepartment(well);
  centre = await startMisbehavingDepartment();
  person = await idOf(world.notable.everything);
  const settings = {
    HUB_FETCH_DEADLINE_MS: '20000',
    HUB_REQUEST_DEADLINE_MS: String(REQUEST_DEADLINE_MS),
    HUB_BREAKER_FAILURES: '3',
    HUB_BREAKER_PAUSE_MS: String(PAUSE_MS),
  };
  hub = await openFaultyHub({ justice: justice.url }, settings);
  close = async () => {
    await hub.close();
    await Promise.all([justice.close(), centre.close(), served.stop(), registers.close()]);
  };
});

afterAll(() => close());

describe('a department that fails and comes back', () => {
  it('answers whole while it is well', async () => {
    const { data, errors, sources } = await ask();
    expect(errors).toEqual([]);
    expect(data.person.mediations.totalCount).toEqual(expect.any(Number));
    expect(sources.every(({ status }) => status === 'OK')).toBe(true);
  });

  it('answers at the second try, with a viewer that it has not seen', async () => {
    justice.misbehave('fails with 503', 1);
    expect((await ask()).errors).toEqual([]);
    justice.misbehave('closes the socket', 1);
    expect((await ask()).errors).toEqual([]);
    expect(justice.asked).toBe(2);
  });

  it('is left alone after a few failures, and answers again a while after it is well', async () => {
    justice.misbehave('fails with 500');
    for (let count = 0; count < 3; count++) await ask();
    const { asked } = justice;
    const alone = await ask();
    expect(justice.asked).toBe(asked);
    expect(alone.errors.map(({ extensions }) => extensions)).toEqual([
      expect.objectContaining({ code: 'SOURCE_UNAVAILABLE', department: 'justice', asOf: expect.any(String) }),
    ]);
    expect(alone.data.person).toEqual({ maskedName: expect.any(String), mediations: null });
    justice.behave();
    await pause(PAUSE_MS + 100);
    expect((await ask()).errors).toEqual([]);
    expect((await ask()).errors).toEqual([]);
  });

  it('costs a request no more than its own deadline', async () => {
    justice.misbehave('never answers');
    const { milliseconds, data, errors } = await ask();
    expect(milliseconds).toBeLessThan(10_000);
    expect(data.person).toEqual({ maskedName: expect.any(String), mediations: null });
    expect(errors.map(({ extensions: { code, department } }) => ({ code, department }))).toEqual([
      { code: 'SOURCE_UNAVAILABLE', department: 'justice' },
    ]);
    justice.behave();
  });

  it('had no fault in all of this', () => {
    expect(faults).toEqual([]);
  });
});

describe('the department that keeps the matters', () => {
  it('takes what is not bound to a matter no answer, and says of the matter that nobody could look', async () => {
    const without = await openFaultyHub({ 'governance-center': centre.url }, { HUB_FETCH_DEADLINE_MS: '500' });
    centre.misbehave('closes the socket');
    const bound = await without.ask(asker, QUESTION, { person });
    expect(bound.errors.length).toBeGreaterThan(0);
    expect(new Set(bound.errors.map(({ extensions }) => extensions.code))).toEqual(new Set(['SOURCE_UNAVAILABLE']));
    const unbound = await without.ask(docketOf(), QUESTION, { person });
    expect(unbound.data.person.maskedName).toEqual(expect.any(String));
    await without.close();
  });
});
