import { createCountRequest } from '../access/limits/rate-limit.ts';
import { createReadDocument } from '../access/limits/read-document.ts';
import { createResolveDocument } from '../access/trusted-documents/resolve-document.ts';
import { loadTrustedDocuments } from '../access/trusted-documents/trusted-documents.ts';
import type { GatewayConfig } from '../config.ts';
import { createDoor } from '../http/door.ts';
import { faultWithoutValues } from '../http/fault-without-values.ts';
import { startGraphQLServer } from '../http/graphql-server.ts';
import { readTls } from '../http/tls.ts';
import { createExtractRoute } from '../ledger/extract/extract-route.ts';
import { createLedgerRoute } from '../ledger/http/ledger-route.ts';
import { createLive } from '../live/live.ts';
import { faultName, logger, requestLogger } from '../log.ts';
import { createObserver } from '../observe/observer.ts';
import { toldOperations } from '../observe/operation-names.ts';
import { createReadiness } from '../observe/readiness.ts';
import { startTracing } from '../observe/start-tracing.ts';
import { listen, type OpenServer } from './listen.ts';
import { setUpAccess } from './set-up-access.ts';
import type { RunningHub } from './set-up-hub.ts';

/** What requests under way may take beyond their deadline when the hub stops. */
const DRAIN_RESERVE_MS = 1_000;

/** Opens the door on the configured host and port; resolves once it can answer. */
export async function setUpDoor(
  { hub, engine, supergraph, ledger, standing, answers }: RunningHub,
  dataDirectory: string,
  { host, port, production, identity, door, transport, observe }: GatewayConfig,
): Promise<OpenServer> {
  const { limits, rate, patience, live: liveLimits, trustedDocuments, openDocuments } = door;
  if (production && openDocuments) logger.warn('HUB_OPEN_DOCUMENTS=1: any document is taken, trusted or not');
  const onFault = (fault: unknown) => logger.error(faultWithoutValues(fault), 'fault');
  const trusted = trustedDocuments === undefined ? undefined : loadTrustedDocuments(trustedDocuments);
  const graphql = await startGraphQLServer(hub, engine, supergraph, { introspection: !production, onFault });
  const onProviderFault = (fault: unknown) => logger.warn({ fault: faultName(fault) }, 'identity provider');
  const doubts = { production, onFault: onProviderFault };
  const { authenticate, publicKeys } = setUpAccess(standing, dataDirectory, identity, doubts);
  const live = createLive({ hub, authenticate, limits: liveLimits, onFault });
  const told = toldOperations(trusted?.operationNames ?? new Set(), !production);
  const readiness = createReadiness(answers);
  const tracing = await startTracing(observe, () => logger.warn('traces are lost: the collector does not take them'));
  const server = createDoor({
    graphql,
    authenticate,
    countRequest: createCountRequest(rate),
    resolveDocument: createResolveDocument(trusted, openDocuments),
    readDocument: createReadDocument(engine.schema, supergraph, limits),
    limits,
    live,
    patience,
    editor: !production,
    editorSchema: engine.schema,
    onUnauthenticated: (rule) => logger.debug({ rule }, 'unauthenticated'),
    onFault,
    observer: createObserver({ told, log: requestLogger, metricsOpen: observe.metricsOpen }),
    readiness,
    ledger: ledger && createLedgerRoute(ledger),
    extract: ledger && createExtractRoute({ ...ledger, hub, schema: engine.schema }),
    tls: identity.tls && readTls(identity.tls),
    publicKeys,
  });
  const open = await listen(server, { host, port, drainMs: transport.requestDeadlineMs + DRAIN_RESERVE_MS });
  return {
    url: open.url,
    async close() {
      readiness.end();
      live.stop();
      await open.close();
      await graphql.stop();
      await tracing.close();
    },
  };
}
