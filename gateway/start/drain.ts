import type { Server, ServerResponse } from 'node:http';
import { Server as NetServer, type Socket } from 'node:net';

/** How long a connection without a request is kept for one more: whoever is about to send it learns of the end. */
const LAST_REQUEST_MS = 500;
const LOOK_MS = 20;

/**
 * Prepares a server, before it listens, to end without losing a request. Draining refuses new connections, answers what
 * is under way and what still comes on open connections, each told to be its connection's last, and resolves when all
 * connections are gone, after `mostMs` at the latest.
 */
export function drainable(server: Server): (mostMs: number) => Promise<void> {
  const open = new Set<Socket>();
  const underWay = new Map<Socket, ServerResponse>();
  let draining = false;
  server.on('connection', (socket) => {
    open.add(socket);
    socket.once('close', () => open.delete(socket));
  });
  server.prependListener('request', ({ socket }, response) => {
    underWay.set(socket, response);
    response.once('close', () => underWay.delete(socket));
    if (draining) response.shouldKeepAlive = false;
  });
  return async (mostMs) => {
    draining = true;
    for (const response of underWay.values()) if (!response.headersSent) response.shouldKeepAlive = false;
    // The HTTP server's own close would cut connections on which the next request may already be on its way.
    const closed = new Promise<void>((done) => NetServer.prototype.close.call(server, () => done()));
    const start = performance.now();
    const looking = setInterval(() => {
      const passed = performance.now() - start;
      for (const socket of open) {
        if (passed >= mostMs || (passed >= LAST_REQUEST_MS && !underWay.has(socket))) socket.destroy();
      }
    }, LOOK_MS);
    await closed;
    clearInterval(looking);
  };
}
