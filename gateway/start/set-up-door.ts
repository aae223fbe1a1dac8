import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createAuthenticate } from '../access/authenticate.ts';
import { openTokenKeys } from '../access/token-keys.ts';
import type { GatewayConfig } from '../config.ts';
import { createDoor } from '../http/door.ts';
import { startGraphQLServer } from '../http/graphql-server.ts';
import { faultName, logger } from '../log.ts';
import type { Stoppable } from './running-parts.ts';
import type { RunningHub } from './set-up-hub.ts';

/** How long requests under way may take to end when the hub stops. */
const DRAIN_MS = 10_000;

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
  const onFault = (fault: unknown) => logger.error({ fault: faultName(fault) }, 'fault');
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
      const late = setTimeout(() => server.closeAllConnections(), DRAIN_MS);
      await closed;
      clearTimeout(late);
      await graphql.stop();
    },
  };
}
