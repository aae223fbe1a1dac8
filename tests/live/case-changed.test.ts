import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { publishCaseChanged } from '../../subgraphs/governance-center/loaders/case-changes.ts';
import { type BorderTown, NEXT_TOWN, openBorderTown, TOWN } from './border-town.ts';
import { headersOf, type Subscriber, subscribe } from './subscriber.ts';

const CHANGES = 'subscription { caseChanged { number status parties { person { id maskedName } } } }';
const NUMBERS = 'subscription ($area: String) { caseChanged(areaCode: $area) { number } }';

let town: BorderTown;
const subscribers: Subscriber[] = [];

beforeAll(async () => {
  town = await openBorderTown();
  await town.addCase('LIVE-1', `${TOWN}001`);
  await town.addCase('LIVE-2', `${NEXT_TOWN}001`);
  await town.addCase('LIVE-3', `${TOWN}002`);
});
afterAll(async () => {
  for (const { leave } of subscribers) leave();
  await town.close();
});

const docketOf = (area: string) => ({ persona: 'case-handler', purpose: 'docket', area });
const publish = (number: string) => publishCaseChanged(town.registers.database('governance-center'), number);
const numbers = ({ told }: Subscriber) => told.map(({ data }) => data?.caseChanged?.number);

async function open(...[headers, query, variables]: Parameters<typeof subscribe>): Promise<Subscriber> {
  const subscriber = await subscribe(headers, query, variables);
  subscribers.push(subscriber);
  return subscriber;
}

const post = async (headers: Record<string, string>, query: string) =>
  fetch(`${inject('runningHub').url}/graphql`, {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json', accept: 'text/event-stream' },
    body: JSON.stringify({ query }),
  });

describe('caseChanged', () => {
  it('tells of a case with what other departments know of it', async () => {
    const subscriber = await open(await headersOf(docketOf(TOWN)), CHANGES);
    await publish('LIVE-1');
    await subscriber.until(1);
    expect(subscriber.told).toEqual([
      {
        data: {
          caseChanged: {
            number: 'LIVE-1',
            status: 'IN_PROGRESS',
            parties: [{ person: { id: town.person, maskedName: expect.stringContaining('*') } }],
          },
        },
      },
    ]);
  });

  it('is silent of cases outside the viewer’s areas, and outside the area asked for', async () => {
    const here = await open(await headersOf(docketOf(TOWN)), NUMBERS);
    const there = await open(await headersOf(docketOf(NEXT_TOWN)), NUMBERS);
    const village = await open(await headersOf(docketOf(TOWN)), NUMBERS, { area: `${TOWN}002` });
    for (const number of ['LIVE-1', 'LIVE-2', 'LIVE-NONE', 'LIVE-3']) await publish(number);
    await Promise.all([here.until(2), there.until(1), village.until(1)]);
    await pause(200);
    expect([numbers(here), numbers(there), numbers(village)]).toEqual([['LIVE-1', 'LIVE-3'], ['LIVE-2'], ['LIVE-3']]);
  });

  it('has what it discloses in the ledger before it is told', async () => {
    const user = `user-${randomUUID()}`;
    const subscriber = await open(await headersOf({ ...docketOf(TOWN), user }), CHANGES);
    await publish('LIVE-1');
    await subscriber.until(1);
    const ledger = town.registers.database('hub').pool;
    const { rows } = await ledger.query('SELECT department, persons FROM disclosure WHERE user_name = $1', [user]);
    expect(rows).toContainEqual({ department: 'governance-center', persons: [town.person] });
    expect(rows).toContainEqual({ department: 'public-security', persons: [town.person] });
  });

  it('ends with the refusal once the matter in hand is closed', async () => {
    const asker = { persona: 'case-handler', purpose: 'case-handling', organization: 'CENTER', caseNumber: 'LIVE-2' };
    const subscriber = await open(await headersOf(asker), NUMBERS);
    await publish('LIVE-2');
    await subscriber.until(1);
    await town.setStatus('LIVE-2', 'CLOSED');
    await publish('LIVE-2');
    await subscriber.over;
    expect(numbers(subscriber)).toEqual(['LIVE-2', undefined]);
    expect(subscriber.told[1]?.errors).toMatchObject([{ extensions: { code: 'CASE_REQUIRED' } }]);
  });

  it('ends when the token does', async () => {
    const subscriber = await open(await headersOf({ ...docketOf(TOWN), expiresIn: '2s' }), NUMBERS);
    await subscriber.over;
    expect(subscriber.told).toMatchObject([{ errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] }]);
  });

  it.each([
    [{ persona: 'case-handler' }, 'PURPOSE_REQUIRED'],
    [{ persona: 'analyst', purpose: 'statistics' }, 'FORBIDDEN'],
    [{ persona: 'analyst', purpose: 'docket' }, 'PURPOSE_NOT_PERMITTED'],
  ])('is refused to %o with %s, in the stream', async (asker, code) => {
    const subscriber = await open(await headersOf(asker), NUMBERS);
    await subscriber.over;
    expect(subscriber.told).toMatchObject([{ errors: [{ extensions: { code } }] }]);
  });

  it('tells in the stream what is wrong with the operation', async () => {
    const subscriber = await open(await headersOf(docketOf(TOWN)), 'subscription { caseChanged { nothing } }');
    await subscriber.over;
    expect(subscriber.told).toMatchObject([{ errors: [{ extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }] }]);
  });
});

describe('subscribing', () => {
  it('is open to GET, with the header that no other site’s page can send', async () => {
    const headers = {
      ...(await headersOf(docketOf(TOWN))),
      'apollo-require-preflight': '1',
      accept: 'text/event-stream',
    };
    const abort = new AbortController();
    const search = new URLSearchParams({ query: 'subscription { caseChanged { number } }' });
    const response = await fetch(`${inject('runningHub').url}/graphql?${search}`, { headers, signal: abort.signal });
    expect(response.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
    await publish('LIVE-1');
    let text = '';
    for await (const chunk of response.body as AsyncIterable<Uint8Array>) {
      text += Buffer.from(chunk).toString();
      if (text.includes('LIVE-1')) break;
    }
    abort.abort();
    expect(text).toBe(':\n\nevent: next\ndata: {"data":{"caseChanged":{"number":"LIVE-1"}}}\n\n');
  });

  it('needs a token and asks for events', async () => {
    const query = 'subscription { caseChanged { number } }';
    expect((await post({}, query)).status).toBe(401);
    const { url } = inject('runningHub');
    const asJson = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { ...(await headersOf(docketOf(TOWN))), 'content-type': 'application/json' },
      body: JSON.stringify({ query }),
    });
    expect([asJson.status, await asJson.json()]).toMatchObject([
      400,
      { errors: [{ extensions: { code: 'OPERATION_NOT_SUPPORTED' } }] },
    ]);
  });

  it('is limited to ten at a time for one user, each place free again once left', async () => {
    const headers = await headersOf(docketOf(TOWN));
    const ten = await Promise.all(Array.from({ length: 10 }, () => open(headers, NUMBERS)));
    const refused = await post(headers, NUMBERS);
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '10']);
    expect(await refused.json()).toMatchObject({ errors: [{ extensions: { code: 'SUBSCRIPTION_LIMIT' } }] });
    ten[0]?.leave();
    const statusOfOneMore = async () => {
      const response = await post(headers, NUMBERS);
      await response.body?.cancel();
      return response.status;
    };
    await expect.poll(statusOfOneMore).toBe(200);
  });

  it('leaves nothing behind: the hub listens on one session, and on none once everybody has left', async () => {
    await open(await headersOf(docketOf(TOWN)), NUMBERS);
    await open(await headersOf(docketOf(TOWN)), NUMBERS);
    expect(await town.listeners()).toBe(1);
    for (const { leave } of subscribers) leave();
    await expect.poll(() => town.listeners()).toBe(0);
    const back = await open(await headersOf(docketOf(TOWN)), NUMBERS);
    await publish('LIVE-1');
    await back.until(1);
    expect(numbers(back)).toEqual(['LIVE-1']);
  });
});
