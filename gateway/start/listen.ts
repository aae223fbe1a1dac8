import { once } from 'node:events';
import type { Server } from 'node:http';
import { Server as SecureServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { drainable } from './drain.ts';
import type { Stoppable } from './running-parts.ts';

/** Where a server listens, and how long the requests under way may take to end when it stops. */
export interface Listening {
  readonly host: string;
  /** 0 takes a free one. */
  readonly port: number;
  readonly drainMs: number;
}

/** A server that listens. */
export interface OpenServer extends Stoppable {
  readonly url: string;
}

/** Lets a server listen; resolves once it does. Closing it loses no request. */
export async function listen(server: Server, { host, port, drainMs }: Listening): Promise<OpenServer> {
  const drain = drainable(server);
  server.listen(port, host);
  await once(server, 'listening');
  const { port: opened } = server.address() as AddressInfo;
  return {
    url: `${server instanceof SecureServer ? 'https' : 'http'}://${host.includes(':') ? `[${host}]` : host}:${opened}`,
    close: () => drain(drainMs),
  };
}
