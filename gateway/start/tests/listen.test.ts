import { once } from 'node:events';
import { Agent, createServer, request as httpRequest, type IncomingMessage } from 'node:http';
import { connect } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { listen } from '../listen.ts';

const LONG_MS = 5_000;

/** A server that answers `/<milliseconds>` after that time. */
async function slowServer(drainMs = LONG_MS) {
  const server = createServer((request, response) => {
    void pause(Number((request.url ?? '').slice(1))).then(() => response.end('done'));
  });
  return listen(server, { host: '127.0.0.1', port: 0, drainMs });
}

async function ask(url: string, agent: Agent): Promise<string | undefined> {
  const request = httpRequest(url, { agent });
  request.end();
  const [response] = (await once(request, 'response')) as [IncomingMessage];
  response.resume();
  await once(response, 'end');
  return response.headers.connection;
}

const oneConnection = () => new Agent({ keepAlive: true, maxSockets: 1 });

describe('a server that stops', () => {
  it('answers what is under way, as its connection’s last', async () => {
    const server = await slowServer();
    const answer = ask(`${server.url}/300`, oneConnection());
    await pause(100);
    await server.close();
    expect(await answer).toBe('close');
  });

  it('answers what still comes on an open connection, as its last', async () => {
    const server = await slowServer();
    const agent = oneConnection();
    expect(await ask(`${server.url}/0`, agent)).toBe('keep-alive');
    const closed = server.close();
    expect(await ask(`${server.url}/0`, agent)).toBe('close');
    await closed;
  });

  it('refuses new connections at once', async () => {
    const server = await slowServer();
    const answer = ask(`${server.url}/300`, oneConnection());
    await pause(100);
    const closed = server.close();
    await expect(ask(`${server.url}/0`, oneConnection())).rejects.toThrow('ECONNREFUSED');
    await answer;
    await closed;
  });

  it('does not wait for connections that ask nothing', async () => {
    const server = await slowServer();
    const idle = connect(Number(new URL(server.url).port), '127.0.0.1');
    await once(idle, 'connect');
    idle.on('error', () => undefined);
    const start = performance.now();
    await server.close();
    expect(performance.now() - start).toBeLessThan(LONG_MS);
  });

  it('cuts what takes longer than it may', async () => {
    const server = await slowServer(200);
    const answer = ask(`${server.url}/${LONG_MS}`, oneConnection()).catch((fault: Error) => fault);
    await pause(100);
    await server.close();
    expect(await answer).toBeInstanceOf(Error);
  });
});
