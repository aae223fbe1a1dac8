import { connect, type Socket } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type OpenDoor, openDoor } from './open-door.ts';

let door: OpenDoor;
beforeAll(async () => {
  door = await openDoor({ patience: { headers: 400, request: 800, keepAlive: 300, connections: 5 } });
});
afterAll(() => door.close());

/** Sends something and answers what came until the door hung up. */
function until(send: (socket: Socket) => void): Promise<{ came: string; after: number }> {
  const { hostname, port } = new URL(door.url);
  const start = performance.now();
  const socket = connect(Number(port), hostname);
  let came = '';
  socket.on('data', (chunk) => (came += chunk.toString()));
  socket.on('error', () => undefined);
  send(socket);
  return new Promise((resolve) => socket.once('close', () => resolve({ came, after: performance.now() - start })));
}

describe('clients that send slowly', () => {
  it('are hung up on when their headers do not end', async () => {
    let drip: NodeJS.Timeout | undefined;
    const { came, after } = await until((socket) => {
      socket.write('POST /graphql HTTP/1.1\r\nHost: hub\r\n');
      drip = setInterval(() => socket.writable && socket.write(`X-${Date.now()}: 1\r\n`), 50);
    });
    clearInterval(drip);
    expect(came).toMatch(/^(HTTP\/1\.1 408 |$)/);
    expect(after).toBeLessThan(3_000);
  });

  it('are hung up on when their body does not end', async () => {
    let drip: NodeJS.Timeout | undefined;
    const { after } = await until((socket) => {
      socket.write(
        `POST /graphql HTTP/1.1\r\nHost: hub\r\nAuthorization: Bearer ${door.token}\r\n` +
          'Content-Type: application/json\r\nContent-Length: 10000\r\n\r\n',
      );
      drip = setInterval(() => socket.writable && socket.write('x'), 50);
    });
    clearInterval(drip);
    expect(after).toBeLessThan(4_000);
    expect(door.faults).toEqual([]);
  });

  it('are hung up on when they keep a connection for nothing', async () => {
    const { came, after } = await until((socket) => socket.write('GET /health HTTP/1.1\r\nHost: hub\r\n\r\n'));
    expect(came).toMatch(/^HTTP\/1\.1 200 /);
    expect(after).toBeLessThan(3_000);
  });

  it('cannot send headers without end', async () => {
    const { came } = await until((socket) =>
      socket.write(`GET /health HTTP/1.1\r\nHost: hub\r\nX-Long: ${'x'.repeat(20_000)}\r\n\r\n`),
    );
    expect(came).toMatch(/^HTTP\/1\.1 431 /);
  });

  it('cannot smuggle one request inside another', async () => {
    const { came } = await until((socket) =>
      socket.write(
        'POST /graphql HTTP/1.1\r\nHost: hub\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n' +
          '0\r\n\r\nGET /health HTTP/1.1\r\nHost: hub\r\n\r\n',
      ),
    );
    expect(came).toMatch(/^HTTP\/1\.1 400 /);
    expect(came).not.toContain('"status":"ok"');
  });

  it('cannot hold more connections than there are', async () => {
    const { hostname, port } = new URL(door.url);
    const held = Array.from({ length: 12 }, () => connect(Number(port), hostname).on('error', () => undefined));
    await new Promise((resolve) => setTimeout(resolve, 100));
    const open = await new Promise<number>((resolve) => door.server.getConnections((_, count) => resolve(count)));
    for (const socket of held) socket.destroy();
    expect(open).toBeLessThanOrEqual(5);
  });
});
