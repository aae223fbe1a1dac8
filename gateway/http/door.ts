import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { GraphQLSchema } from 'graphql';
import { graphiqlFile } from './graphiql.ts';
import { type GraphQLRoute, serveGraphQL } from './graphql-route.ts';
import { type Patience, serverOptions } from './patience.ts';
import { Refusal, refusalOf } from './refusal.ts';
import { ClientGone } from './request-body.ts';
import { refuse, send } from './respond.ts';

export interface DoorOptions extends GraphQLRoute {
  readonly patience: Patience;
  /** Whether the query editor is served; never in production. */
  readonly editor: boolean;
  /** What the editor knows of the graph from the start; without it, it asks the graph itself. */
  readonly editorSchema?: GraphQLSchema;
  readonly onFault: (fault: unknown) => void;
}

/** The hub's HTTP server: `/graphql`, `/health` and, in development, `/graphiql`. Not yet listening. */
export function createDoor(options: DoorOptions): Server {
  const server = createServer(serverOptions(options.patience), (request, response) => {
    serve(request, response, options).catch((fault: unknown) => {
      if (fault instanceof ClientGone) return response.destroy();
      const refusal = refusalOf(fault);
      if (!refusal) options.onFault(fault);
      if (response.headersSent) return response.destroy();
      return refuse(response, refusal ?? brokenDown(), request.headers.accept);
    });
  });
  server.maxConnections = options.patience.connections;
  return server;
}

const brokenDown = () => new Refusal(500, { code: 'INTERNAL_SERVER_ERROR' }, 'The hub could not answer.');

async function serve(request: IncomingMessage, response: ServerResponse, options: DoorOptions): Promise<void> {
  const path = (request.url ?? '/').split('?', 1)[0] ?? '/';
  if (path === '/graphql') return serveGraphQL(request, response, options);
  // Node sends no body with the answer to HEAD.
  const isRead = request.method === 'GET' || request.method === 'HEAD';
  if (path === '/health' && isRead) return send(response, 200, 'application/json', '{"status":"ok"}');
  const file =
    isRead && options.editor && path.startsWith('/graphiql') && (await graphiqlFile(path, options.editorSchema));
  if (file) return send(response, 200, file.type, file.body, file.headers);
  throw new Refusal(404, { code: 'NOT_FOUND' }, 'Expected /graphql or GET /health.');
}
