import { once } from 'node:events';
import { createServer, type RequestListener, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { eventMessage } from '../../../schema/kit/event-message.ts';
import { viewer } from '../../../tests/kit/viewer.ts';
import { gatewayConfig } from '../../config.ts';
import { type HttpTransport, httpTransport } from '../http.ts';

const request = {
  document: 'subscription { caseChanged { number } }',
  operationName: undefined,
  kind: 'subscription',
  variables: undefined,
} as const;
const stream = (response: ServerResponse) => response.writeHead(200, { 'content-type': 'text/event-stream' });

let server: Server;
let transport: HttpTransport;
let responses: ServerResponse[] = [];

afterEach(async () => {
  await transport.close();
  server.closeAllConnections();
  server.close();
  await once(server, 'close');
  responses = [];
});

async function reach(
  answer: (...asked: Parameters<RequestListener>) => unknown,
  longestSilenceMs?: number,
): Promise<void> {
  server = createServer((asked, response) => {
    responses.push(response);
    void answer(asked, response);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  transport = httpTransport({
    department: 'governance-center',
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`,
    limits: { ...gatewayConfig({}).transport, fetchDeadlineMs: 2_000, concurrency: 1 },
    signViewer: () => Promise.resolve('signed'),
    connection: { longestSilenceMs },
  });
}

const failureOf = (work: Promise<unknown>) =>
  work.then(
    () => expect.unreachable('expected a failure'),
    (fault: { message: string; extensions: object }) => fault,
  );
const unavailable = { extensions: { code: 'SOURCE_UNAVAILABLE', department: 'governance-center' } };
const invalid = { extensions: { code: 'SOURCE_INVALID', department: 'governance-center' } };

describe('the events of a department that runs apart', () => {
  it('come one by one however they are cut, until the department says that they are over', async () => {
    await reach(async (_asked, response) => {
      stream(response);
      const text = `:\n\n${['中-1', 'b'].map((key) => eventMessage({ event: { key } })).join('')}event: complete\ndata: \n\n`;
      for (const byte of Buffer.from(text)) {
        response.write(Buffer.from([byte]));
        await new Promise(setImmediate);
      }
    });
    const events = await transport.subscribe(request, viewer());
    const told: object[] = [];
    for await (const event of events) told.push(event);
    expect(told).toEqual([{ key: '中-1' }, { key: 'b' }]);
  });

  it('take no place of those who ask: many listen at once', async () => {
    await reach((asked, response) => {
      if (asked.headers.accept?.startsWith('text/event-stream')) return stream(response).flushHeaders();
      response.writeHead(200, { 'content-type': 'application/json' }).end('{"data":{}}');
    });
    const open = await Promise.all(Array.from({ length: 20 }, () => transport.subscribe(request, viewer())));
    expect(await transport.send({ ...request, kind: 'query' }, viewer())).toEqual({ data: {} });
    for (const events of open) await events.return?.();
  });

  it('end with SOURCE_UNAVAILABLE where the department dies', async () => {
    await reach((_asked, response) => stream(response).flushHeaders());
    const events = await transport.subscribe(request, viewer());
    const next = failureOf(events.next());
    responses[0]?.destroy();
    expect(await next).toMatchObject(unavailable);
  });

  it('end with SOURCE_UNAVAILABLE where the department stops without saying so', async () => {
    await reach((_asked, response) => void stream(response).end(eventMessage({ event: { key: 'a' } })));
    const events = await transport.subscribe(request, viewer());
    expect(await events.next()).toEqual({ done: false, value: { key: 'a' } });
    expect(await failureOf(events.next())).toMatchObject(unavailable);
  });

  it('end with SOURCE_UNAVAILABLE where there is no sign of life, and not while there is', async () => {
    await reach((_asked, response) => stream(response).flushHeaders(), 1_000);
    const events = await transport.subscribe(request, viewer());
    const next = failureOf(events.next());
    const beating = setInterval(() => responses[0]?.write(':\n\n'), 200);
    const silent = Symbol('silent');
    expect(await Promise.race([next, new Promise((late) => setTimeout(late, 3_000, silent))])).toBe(silent);
    clearInterval(beating);
    expect(await next).toMatchObject(unavailable);
  });

  it('end with what the department tells, and nothing of a fault that it did not foresee', async () => {
    const fault = { message: 'row of Zhang San', extensions: { code: 'INTERNAL_SERVER_ERROR' } };
    await reach((_asked, response) => void stream(response).end(eventMessage({ errors: [fault] })));
    const told = await failureOf((await transport.subscribe(request, viewer())).next());
    expect(told).toMatchObject({ ...unavailable, message: expect.not.stringContaining('Zhang') });
  });

  it.each([
    ['no event', 'event: next\ndata: {"data":{"caseChanged":null}}\n\n'],
    ['a key that is no text', 'event: next\ndata: {"extensions":{"event":{"key":{"a":1}}}}\n\n'],
    ['a key without end', `event: next\ndata: {"extensions":{"event":{"key":"${'k'.repeat(500)}"}}}\n\n`],
    ['no JSON', 'event: next\ndata: <html>\n\n'],
    ['an event of its own', 'event: next2\ndata: {}\n\n'],
    ['a line without end', `event: next\ndata: ${'x'.repeat(1 << 17)}`],
  ])('end with SOURCE_INVALID where it says %s', async (_what, text) => {
    await reach((_asked, response) => void stream(response).write(text));
    expect(await failureOf((await transport.subscribe(request, viewer())).next())).toMatchObject(invalid);
    await expect.poll(() => responses[0]?.closed).toBe(true);
  });

  it('are bounded where nobody reads them', async () => {
    const many = Array.from({ length: 5_000 }, (_, index) => eventMessage({ event: { key: `${index}` } }));
    await reach((_asked, response) => void stream(response).write(many.join('')));
    const events = await transport.subscribe(request, viewer());
    await expect.poll(() => responses[0]?.closed).toBe(true);
    expect(await failureOf(events.next())).toMatchObject(unavailable);
  });

  it('are not opened where the department refuses, fails or says something else', async () => {
    const answers: [number, string, string][] = [
      [200, 'application/json', '{"errors":[{"message":"no","extensions":{"code":"FORBIDDEN"}}]}'],
      [401, 'application/json', '{"errors":[{"message":"no","extensions":{"code":"VIEWER_INVALID"}}]}'],
      [200, 'text/html', '<!doctype html>'],
      [200, 'application/json', '{"data":{}}'],
      [500, 'text/event-stream', ''],
    ];
    await reach((_asked, response) => {
      const [status, type, body] = answers[responses.length - 1] ?? [204, '', ''];
      response.writeHead(status, { 'content-type': type }).end(body);
    });
    const codes: unknown[] = [];
    for (const _answer of answers) codes.push((await failureOf(transport.subscribe(request, viewer()))).extensions);
    expect(codes).toEqual([
      { code: 'FORBIDDEN' },
      unavailable.extensions,
      invalid.extensions,
      invalid.extensions,
      unavailable.extensions,
    ]);
  });

  it('are not waited for beyond the deadline, nor once nobody waits any more', async () => {
    await reach(() => undefined);
    const abort = new AbortController();
    const left = failureOf(transport.subscribe(request, viewer(), abort.signal));
    await expect.poll(() => responses.length).toBe(1);
    abort.abort();
    expect(await left).toMatchObject(unavailable);
    expect(await failureOf(transport.subscribe(request, viewer()))).toMatchObject(unavailable);
    await expect.poll(() => responses.map(({ closed }) => closed)).toEqual([true, true]);
  });

  it('are heard no more once the reader leaves, and the department knows', async () => {
    await reach((_asked, response) => stream(response).flushHeaders());
    const events = await transport.subscribe(request, viewer());
    const next = events.next();
    await events.return?.();
    expect(await next).toEqual({ done: true, value: undefined });
    await expect.poll(() => responses[0]?.closed).toBe(true);
  });
});
