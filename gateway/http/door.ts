import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { HeaderMap } from '@apollo/server';
import { v7 as uuidv7 } from 'uuid';
import { type Authenticate, Unauthenticated } from '../access/authenticate.ts';
import { graphiqlFile } from './graphiql.ts';
import type { GraphQLServer } from './graphql-server.ts';
import { readJsonBody, UnacceptableBody } from './request-body.ts';

export interface DoorOptions {
  readonly graphql: GraphQLServer;
  readonly authenticate: Authenticate;
  /** Whether the query editor is served; never in production. */
  readonly editor: boolean;
  readonly onFault: (fault: unknown) => void;
}

/** The hub's HTTP server: `POST /graphql`, `GET /health` and, in development, `GET /graphiql`. Not yet listening. */
export function createDoor(options: DoorOptions): Server {
  return createServer((request, response) => {
    serve(request, response, options).catch((fault: unknown) => {
      options.onFault(fault);
      if (!response.headersSent) refuse(response, 500, 'INTERNAL_SERVER_ERROR', 'The hub could not answer.');
      else response.destroy();
    });
  });
}

async function serve(request: IncomingMessage, response: ServerResponse, options: DoorOptions): Promise<void> {
  const path = (request.url ?? '/').split('?', 1)[0] ?? '/';
  if (path === '/graphql') return serveGraphQL(request, response, options);
  if (request.method === 'GET' && path === '/health') return send(response, 200, 'application/json', '{"status":"ok"}');
  const file = request.method === 'GET' && options.editor && path.startsWith('/graphiql') && (await graphiqlFile(path));
  if (file) return send(response, 200, file.type, file.body, file.headers);
  refuse(response, 404, 'NOT_FOUND', 'Expected POST /graphql or GET /health.');
}

async function serveGraphQL(request: IncomingMessage, response: ServerResponse, options: DoorOptions): Promise<void> {
  if (request.method !== 'POST') {
    response.setHeader('allow', 'POST');
    return refuse(response, 405, 'METHOD_NOT_ALLOWED', 'Expected POST.');
  }
  try {
    const identity = await options.authenticate(request.headers.authorization);
    const body = await readJsonBody(request);
    const abort = new AbortController();
    response.once('close', () => abort.abort());
    const stated = { request: uuidv7(), purpose: header(request, 'x-purpose'), caseNumber: header(request, 'x-case') };
    const answer = await options.graphql.answer({
      headers: headerMap(request),
      body,
      context: { identity, stated, tellSources: header(request, 'x-sources') === '1', signal: abort.signal },
    });
    response.setHeader('x-request-id', stated.request);
    for (const [name, value] of answer.headers) response.setHeader(name, value);
    send(response, answer.status, answer.headers.get('content-type') ?? 'application/json', answer.body);
  } catch (fault) {
    if (fault instanceof Unauthenticated) {
      response.setHeader('www-authenticate', 'Bearer');
      return refuse(response, 401, fault.code, fault.message);
    }
    if (fault instanceof UnacceptableBody) return refuse(response, fault.status, fault.code, fault.message);
    throw fault;
  }
}

function header(request: IncomingMessage, name: string): string | undefined {
  const value = request.headers[name];
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** The headers that Apollo Server looks at; the token is not its business. */
function headerMap({ headers }: IncomingMessage): HeaderMap {
  const map = new HeaderMap();
  for (const name of ['content-type', 'accept', 'apollo-require-preflight', 'x-apollo-operation-name']) {
    const value = headers[name];
    if (typeof value === 'string') map.set(name, value);
  }
  return map;
}

function send(
  response: ServerResponse,
  status: number,
  type: string,
  body: string | Buffer,
  headers: Readonly<Record<string, string>> = {},
): void {
  response.writeHead(status, {
    ...headers,
    'content-type': type,
    'content-length': Buffer.byteLength(body),
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
  });
  response.end(body);
}

function refuse(response: ServerResponse, status: number, code: string, message: string): void {
  send(response, status, 'application/json', JSON.stringify({ errors: [{ message, extensions: { code } }] }));
}
