import type { Server, ServerResponse } from 'node:http';
import { Server as SecureServer } from 'node:https';
import { Server as NetServer, type Socket } from 'node:net';

const LOOK_MS = 20;
/**
 * Looks at a connection without a request before it is cut: whoever was about to send one learns of the end instead.
 * Looks, not time: between two of them a busy process has read what came.
 */
const LOOKS = 25;

/**
 * Prepares a server, before it listens, to end without losing a request. Draining refuses new connections, answers what
 * is under way and what still comes on open connections, each told to be its connection's last, and resolves when all
 * connections are gone, after `mostMs` at the latest.
 */
export function drainable(server: Server): (mostMs: number) => Promise<void> {
  const open = new Set<Socket>();
  const underWay = new Map<Socket, ServerResponse>();
  let draining = false;
  // A request names the secured socket, whose own socket carries none and closes with it.
  const shaking = new Set<Socket>();
  const keep = (sockets: Set<Socket>) => (socket: Socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  };
  if (server instanceof SecureServer) server.on('connection', keep(shaking)).on('secureConnection', keep(open));
  else server.on('connection', keep(open));
  server.prependListener('request', ({ socket }, response) => {
    underWay.set(socket, response);
    response.once('close', () => {
      if (underWay.get(socket) === response) underWay.delete(socket);
    });
    if (draining) response.shouldKeepAlive = false;
  });
  return async (mostMs) => {
    draining = true;
    for (const response of underWay.values()) if (!response.headersSent) response.shouldKeepAlive = false;
    // The HTTP server's own close would cut connections on which the next request may already be on its way.
    const closed = new Promise<void>((done) => NetServer.prototype.close.call(server, () => done()));
    const end = performance.now() + mostMs;
    let looks = 0;
    const looking = setInterval(() => {
      looks += 1;
      const isLate = performance.now() >= end;
      if (isLate) for (const socket of shaking) socket.destroy();
      for (const socket of open) if (isLate || (looks > LOOKS && !underWay.has(socket))) socket.destroy();
    }, LOOK_MS);
    await closed;
    clearInterval(looking);
  };
}
