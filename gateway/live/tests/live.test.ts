import { once } from 'node:events';
import { get, type IncomingMessage } from 'node:http';
import type { ExecutionResult } from 'graphql';
import { afterEach, describe, expect, it } from 'vitest';
import type { SourceEvent } from '../../../schema/kit/event-queue.ts';
import { tokenRefused } from '../../access/unauthenticated.ts';
import { type LiveDoor, openLiveDoor } from './live-door.ts';

let door: LiveDoor;
afterEach(() => door.close());

const changed = ({ key }: SourceEvent): ExecutionResult => ({ data: { changed: key } });

/** Opens a stream without reading it. */
async function connect(): Promise<IncomingMessage> {
  const request = get(door.url, { agent: false });
  const [response] = (await once(request, 'response')) as [IncomingMessage];
  return response;
}

async function readAll(response: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of response as AsyncIterable<Buffer>) text += chunk.toString();
  return text;
}

const results = (text: string) =>
  [...text.matchAll(/^event: next\ndata: (.*)$/gm)].map(([, json]) => JSON.parse(json!));

describe('a subscriber who does not read', () => {
  it('is told SUBSCRIBER_TOO_SLOW, cut off and forgotten, and costs no more than the queue', async () => {
    const large = 'x'.repeat(8 << 20);
    door = await openLiveDoor(() => ({ data: { changed: large } }));
    const response = await connect();
    door.happen('first');
    await expect.poll(() => door.answered).toBe(1);
    for (const key of ['a', 'b', 'c', 'd', 'e']) door.happen(key);
    await expect.poll(() => door.live.subscriptions).toBe(1);
    door.happen('one too many');
    await expect.poll(() => [door.live.subscriptions, door.sources, door.answered]).toEqual([0, 0, 1]);
    const told = results(await readAll(response));
    expect(told.at(-1)).toMatchObject({ errors: [{ extensions: { code: 'SUBSCRIBER_TOO_SLOW' } }] });
  });

  it('is destroyed where the end is not read either', async () => {
    door = await openLiveDoor(() => ({ data: { changed: 'x'.repeat(8 << 20) } }));
    const response = await connect();
    door.happen('first');
    await expect.poll(() => door.answered).toBe(1);
    door.live.stop();
    const closed = once(response.socket, 'close');
    await new Promise((resolve) => setTimeout(resolve, 2_500));
    response.resume();
    response.on('error', () => undefined);
    await closed;
    expect(response.complete).toBe(false);
  });
});

describe('changes in quick succession', () => {
  it('are told as the latest of each thing', async () => {
    let free = () => {};
    const held = new Promise<void>((resolve) => (free = resolve));
    door = await openLiveDoor(async (event) => {
      await held;
      return changed(event);
    });
    const response = await connect();
    for (let time = 0; time < 50; time++) for (const key of ['a', 'b']) door.happen(key);
    free();
    await expect.poll(() => door.answered).toBe(3);
    door.live.stop();
    const told = results(await readAll(response));
    expect(told.map(({ data }) => data?.changed)).toEqual(['a', 'b', 'a', undefined]);
  });
});

describe('a stream', () => {
  it('says nothing of an event that has no answer and no error', async () => {
    door = await openLiveDoor((event) => (event.key === 'hidden' ? { data: { changed: null } } : changed(event)));
    const response = await connect();
    door.happen('hidden');
    door.happen('seen');
    await expect.poll(() => door.answered).toBe(2);
    door.live.stop();
    expect(results(await readAll(response)).map(({ data }) => data?.changed)).toEqual(['seen', undefined]);
  });

  it('shows that it is alive', async () => {
    door = await openLiveDoor(changed, { heartbeatMs: 20 });
    const response = await connect();
    let beats = '';
    for await (const chunk of response as AsyncIterable<Buffer>) if ((beats += chunk.toString()).length >= 9) break;
    expect(beats).toMatch(/^(:\n\n){3,}$/);
  });

  it('ends with HUB_STOPPING at once when the hub stops, and none is opened after', async () => {
    door = await openLiveDoor(changed);
    const response = await connect();
    const start = performance.now();
    door.live.stop();
    const text = await readAll(response);
    expect(performance.now() - start).toBeLessThan(500);
    expect(results(text)).toMatchObject([{ errors: [{ extensions: { code: 'HUB_STOPPING' } }] }]);
    expect(text.endsWith('event: complete\ndata: \n\n')).toBe(true);
    expect(results(await readAll(await connect()))).toMatchObject([
      { errors: [{ extensions: { code: 'HUB_STOPPING' } }] },
    ]);
  });

  it('tells nothing of a fault but that there was one', async () => {
    door = await openLiveDoor(() => Promise.reject(new Error('a row of somebody')));
    const response = await connect();
    door.happen('a');
    const text = await readAll(response);
    expect(results(text)).toEqual([
      { errors: [{ message: 'The hub could not answer.', extensions: { code: 'INTERNAL_SERVER_ERROR' } }] },
    ]);
    expect(door.faults).toHaveLength(1);
  });

  it('frees its place and its source when the client leaves', async () => {
    door = await openLiveDoor(changed);
    const responses = [await connect(), await connect()];
    const refused = await connect();
    expect([refused.statusCode, await readAll(refused)]).toEqual([503, 'SUBSCRIPTION_LIMIT']);
    for (const response of responses) response.destroy();
    await expect.poll(() => [door.live.subscriptions, door.sources]).toEqual([0, 0]);
    const again = await connect();
    expect(again.statusCode).toBe(200);
    again.destroy();
  });
});

describe('a subscriber who is believed no longer', () => {
  it('is told so although nothing happens', async () => {
    door = await openLiveDoor(changed);
    const response = await connect();
    await expect.poll(() => door.sources).toBe(1);
    door.refuse(tokenRefused('revoked'));
    expect(results(await readAll(response))).toMatchObject([{ errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] }]);
    expect([door.live.subscriptions, door.faults]).toEqual([0, []]);
  });

  it('stays while that cannot be told, and hears nothing', async () => {
    door = await openLiveDoor(changed);
    const response = await connect();
    await expect.poll(() => door.sources).toBe(1);
    door.refuse(new Error('the register does not answer'));
    const looks = door.looks;
    await expect.poll(() => door.looks, { timeout: 5_000 }).toBeGreaterThan(looks + 1);
    expect([door.live.subscriptions, door.answered]).toEqual([1, 0]);
    door.happen('a');
    expect(results(await readAll(response))).toMatchObject([
      { errors: [{ extensions: { code: 'INTERNAL_SERVER_ERROR' } }] },
    ]);
    expect(door.answered).toBe(0);
  });
});
