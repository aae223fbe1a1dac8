import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import { createSubgraphClient } from '../subgraph-client.ts';

const DEADLINE_MS = 400;
/** Longer than any test that is not about the deadline takes, however busy the machine. */
const PATIENT_MS = 20_000;
const MOST_BYTES = 10_000;
const request = { document: '{ a }', operationName: undefined, kind: 'query', variables: { of: 1 } } as const;
const closers: (() => unknown)[] = [];

afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

/** Sends one fetch to a subgraph that answers so. */
async function fetchFrom(listener: RequestListener, signal?: AbortSignal, deadlineMs = PATIENT_MS) {
  const server = createServer(listener).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const client = createSubgraphClient({ deadlineMs, answerBytes: MOST_BYTES });
  closers.push(client.close, () => {
    server.closeAllConnections();
    server.close();
  });
  const url = new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/graph?v=1`);
  return client.fetchFor(new Map([['goods', url]]), signal)('goods', request);
}

const answering =
  (status: number, body: string, type = 'application/json'): RequestListener =>
  (_request, response) => {
    response.writeHead(status, { 'content-type': type }).end(body);
  };

describe('a fetch from a subgraph', () => {
  it('posts query and variables to its URL, search included', async () => {
    let sent = '';
    let path: string | undefined;
    await fetchFrom((incoming, response) => {
      path = incoming.url;
      incoming.on('data', (chunk: Buffer) => {
        sent += chunk.toString();
      });
      incoming.on('end', () => response.setHeader('content-type', 'application/json').end('{"data":{"a":1}}'));
    });
    expect(path).toBe('/graph?v=1');
    expect(JSON.parse(sent)).toEqual({ query: '{ a }', variables: { of: 1 } });
  });

  it('takes data and errors together', async () => {
    const answer = { data: { a: null }, errors: [{ message: 'No a.', path: ['a'] }] };
    expect(await fetchFrom(answering(200, JSON.stringify(answer)))).toEqual(answer);
  });

  it('takes a GraphQL answer whatever its status', async () => {
    const body = '{"errors":[{"message":"No such field."}]}';
    const type = 'application/graphql-response+json; charset=utf-8';
    expect(await fetchFrom(answering(400, body, type))).toEqual(JSON.parse(body));
  });

  it.each([
    ['a page', answering(502, '<html>secret</html>', 'text/html'), 'its status was 502'],
    ['JSON that is no GraphQL', answering(500, '{"oops":"secret"}'), 'its status was 500'],
    ['broken JSON', answering(200, '{"data":secret'), 'cannot be read'],
    ['nothing', ((incoming) => incoming.socket.destroy()) satisfies RequestListener, 'Expected goods to answer'],
  ])('fails where %s comes, without repeating it', async (_what, listener, reason) => {
    const fault = await Promise.resolve(fetchFrom(listener)).catch((failure: unknown) => failure as Error);
    expect(fault).toMatchObject({ extensions: { code: 'SOURCE_UNAVAILABLE' } });
    expect((fault as Error).message).toContain(reason);
    expect((fault as Error).message).not.toContain('secret');
  });

  it('fails when the deadline passes, also in the middle of an answer', async () => {
    const slow: RequestListener = (_request, response) => {
      response.writeHead(200, { 'content-type': 'application/json' });
      response.write('{"data":');
    };
    await expect(fetchFrom(slow, undefined, DEADLINE_MS)).rejects.toThrow(`within ${DEADLINE_MS} ms`);
  });

  it('fails when the answer does not end, and reads no more of it', async () => {
    let sent = 0;
    const endless: RequestListener = (incoming, response) => {
      const send = () => {
        if (incoming.socket.destroyed) return;
        sent += MOST_BYTES;
        response.write(' '.repeat(MOST_BYTES));
        setImmediate(send);
      };
      response.writeHead(200, { 'content-type': 'application/json' });
      send();
    };
    await expect(fetchFrom(endless)).rejects.toThrow(`Expected goods to answer with at most ${MOST_BYTES} bytes.`);
    await pause(20);
    const before = sent;
    await pause(20);
    expect(sent).toBe(before);
  });

  it('ends when the client leaves', async () => {
    const leave = new AbortController();
    const fetched = fetchFrom(() => undefined, leave.signal);
    await pause(50);
    const start = performance.now();
    leave.abort();
    await expect(fetched).rejects.toThrow('Expected goods to answer');
    expect(performance.now() - start).toBeLessThan(PATIENT_MS);
  });

  it('asks nothing when the client has left already', async () => {
    let asked = 0;
    const listener: RequestListener = (_request, response) => {
      asked += 1;
      response.end();
    };
    await expect(fetchFrom(listener, AbortSignal.abort())).rejects.toThrow('Expected goods to answer');
    await pause(20);
    expect(asked).toBe(0);
  });

  it('puts together an answer that comes in parts', async () => {
    const inParts: RequestListener = (_request, response) => {
      const bytes = Buffer.from('{"data":{"a":"县域"}}');
      response.writeHead(200, { 'content-type': 'application/json' });
      response.write(bytes.subarray(0, 15));
      setImmediate(() => response.end(bytes.subarray(15)));
    };
    expect(await fetchFrom(inParts)).toEqual({ data: { a: '县域' } });
  });
});
