import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createAuthenticate } from '../access/authenticate.ts';
import { openTokenKeys } from '../access/token-keys.ts';
import type { GatewayConfig } from '../config.ts';
import { createDoor } from '../http/door.ts';
import { startGraphQLServer } from '../http/graphql-server.ts';
import { logger } from '../log.ts';
import type { RunningHub } from './set-up-hub.ts';
import type { Stoppable } from './stop-on-signal.ts';

/** The hub's open door. */
export interface Door extends Stoppable {
  readonly url: string;
}

/** Opens the door on the configured host and port; resolves once it can answer. */
export async function setUpDoor(
  { hub, engine, supergraph }: RunningHub,
  dataDirectory: string,
  { host, port, production }: GatewayConfig,
): Promise<Door> {
  const onFault = (fault: unknown) => logger.error({ err: fault }, 'fault');
  const graphql = await startGraphQLServer(hub, engine, supergraph, { introspection: !production, onFault });
  const authenticate = createAuthenticate(await openTokenKeys(dataDirectory));
  const server = createDoor({ graphql, authenticate, editor: !production, onFault });
  server.listen(port, host);
  await once(server, 'listening');
  const { port: opened } = server.address() as AddressInfo;
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${opened}`,
    async close() {
      const closed = once(server, 'close');
      server.close();
      server.closeIdleConnections();
      await closed;
      await graphql.stop();
    },
  };
}
