import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { GraphQLSchema } from 'graphql';
import { credentialsOf } from '../access/credentials.ts';
import { Unauthenticated } from '../access/unauthenticated.ts';
import type { ExtractRoute } from '../ledger/extract/extract-route.ts';
import type { LedgerRoute } from '../ledger/http/ledger-route.ts';
import { metrics } from '../observe/metrics.ts';
import type { Observer } from '../observe/observer.ts';
import type { Readiness } from '../observe/readiness.ts';
import type { RequestRecord } from '../observe/request-record.ts';
import { metricsText } from '../observe/shared-metrics.ts';
import { graphiqlFile } from './graphiql.ts';
import { type GraphQLRoute, serveGraphQL } from './graphql-route.ts';
import { type Patience, serverOptions } from './patience.ts';
import { Refusal, refusalOf } from './refusal.ts';
import { ClientGone } from './request-body.ts';
import { refuse, send } from './respond.ts';
import type { DoorTls } from './tls.ts';

export interface DoorOptions extends GraphQLRoute {
  readonly patience: Patience;
  /** Whether the query editor is served; never in production. */
  readonly editor: boolean;
  /** What the editor knows of the graph from the start; without it, it asks the graph itself. */
  readonly editorSchema?: GraphQLSchema;
  readonly onFault: (fault: unknown) => void;
  /** Is told by which rule a caller was not believed. */
  readonly onUnauthenticated?: ((rule: string) => void) | undefined;
  /** What notes the requests and says who may read `/metrics`; without it, nobody does. */
  readonly observer?: Observer;
  /** What `/ready` tells; as `/health` without it. */
  readonly readiness?: Readiness;
  /** Keys and certificates for HTTPS; HTTP without them. */
  readonly tls?: DoorTls | undefined;
  /** What anybody may see of the ledger. */
  readonly ledger?: LedgerRoute | undefined;
  /** Answers whoever asks for an extract of the own record. */
  readonly extract?: ExtractRoute | undefined;
  /** The public keys of the hub's own tokens, as a JWKS. */
  readonly publicKeys?: (() => string) | undefined;
}

/** The hub's HTTP server: `/graphql`, `/health`, `/ready`, `/metrics` and, in development, `/graphiql`. Not yet listening. */
export function createDoor(options: DoorOptions): Server {
  const answer = (request: IncomingMessage, response: ServerResponse) => {
    const path = (request.url ?? '/').split('?', 1)[0] ?? '/';
    const record = path === '/graphql' ? options.observer?.record() : undefined;
    const work = () =>
      serve(path, request, response, options, record).catch((fault: unknown) => {
        if (fault instanceof ClientGone) return void response.destroy();
        const refusal = refusalOf(fault);
        if (!refusal) options.onFault(fault);
        if (fault instanceof Unauthenticated) options.onUnauthenticated?.(fault.rule);
        if (response.headersSent) return void response.destroy();
        const told = refusal ?? brokenDown();
        record?.refuses([told]);
        if (record) response.setHeader('x-request-id', record.id);
        refuse(response, told, request.headers.accept);
      });
    void (record ? record.during(response, work) : work());
  };
  const patience = serverOptions(options.patience);
  const { tls } = options;
  const server = tls ? createSecureServer({ ...patience, ...tls }, answer) : createServer(patience, answer);
  server.maxConnections = options.patience.connections;
  return server;
}

const brokenDown = () => new Refusal(500, { code: 'INTERNAL_SERVER_ERROR' }, 'The hub could not answer.');

async function serve(
  path: string,
  request: IncomingMessage,
  response: ServerResponse,
  options: DoorOptions,
  record: RequestRecord | undefined,
): Promise<void> {
  if (path === '/graphql') return serveGraphQL(request, response, options, record);
  // Node sends no body with the answer to HEAD.
  const isRead = request.method === 'GET' || request.method === 'HEAD';
  if (path === '/health' && isRead) return send(response, 200, 'application/json', '{"status":"ok"}');
  if (path === '/ready' && isRead) {
    const ready = (await options.readiness?.ready()) ?? true;
    return send(response, ready ? 200 : 503, 'application/json', `{"status":"${ready ? 'ready' : 'not ready'}"}`);
  }
  if (path === '/metrics' && isRead && options.observer?.showsMetricsTo(request)) {
    return send(response, 200, metrics.contentType, await metricsText());
  }
  if (path === '/.well-known/jwks.json' && isRead && options.publicKeys) {
    return send(response, 200, 'application/jwk-set+json', options.publicKeys());
  }
  if (path === '/disclosures/extract' && request.method === 'GET' && options.extract) {
    const { identity } = await options.authenticate(credentialsOf(request));
    await options.countRequest(identity);
    return options.extract(request, response, identity);
  }
  if (await options.ledger?.serve(path, request, response)) return;
  const file =
    isRead && options.editor && path.startsWith('/graphiql') && (await graphiqlFile(path, options.editorSchema));
  if (file) return send(response, 200, file.type, file.body, file.headers);
  throw new Refusal(404, { code: 'NOT_FOUND' }, 'Expected /graphql or GET /health.');
}
