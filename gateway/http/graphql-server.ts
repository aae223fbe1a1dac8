import { ApolloServer, type BaseContext, type HeaderMap } from '@apollo/server';
import type { GatewayInterface } from '@apollo/server-gateway-interface';
import type { GraphQLFormattedError } from 'graphql';
import { withoutValue } from '../../schema/kit/without-value.ts';
import type { Statement } from '../access/grant.ts';
import type { Identity } from '../access/identity.ts';
import type { Engine } from '../execute/engine.ts';
import type { Hub } from '../hub.ts';

/** What Apollo Server carries through a request. */
export interface HubContext extends BaseContext {
  readonly identity: Identity;
  readonly stated: Statement;
  /** Whether the answer tells how each department did. */
  readonly tellSources: boolean;
  readonly signal: AbortSignal;
}

/** A GraphQL request as it came over HTTP. */
export interface GraphQLMessage {
  readonly headers: HeaderMap;
  readonly body: unknown;
  readonly context: HubContext;
}

/** Answers GraphQL over HTTP with Apollo Server in front of the hub's own engine. */
export interface GraphQLServer {
  answer(message: GraphQLMessage): Promise<{ status: number; headers: HeaderMap; body: string }>;
  stop(): Promise<void>;
}

/** Codes whose messages are written for the client; any other fault is told without detail. */
const INTERNAL = 'INTERNAL_SERVER_ERROR';

/** Starts Apollo Server over the hub. `introspection` is for development alone. */
export async function startGraphQLServer(
  hub: Hub,
  engine: Engine,
  supergraph: string,
  options: { readonly introspection: boolean; readonly onFault: (fault: unknown) => void },
): Promise<GraphQLServer> {
  const server = new ApolloServer<HubContext>({
    gateway: gatewayOf(hub, engine, supergraph),
    introspection: options.introspection,
    includeStacktraceInErrorResponses: false,
    hideSchemaDetailsFromClientErrors: !options.introspection,
    stopOnTerminationSignals: false,
    allowBatchedHttpRequests: false,
    csrfPrevention: true,
    formatError: (formatted, fault) => told(formatted, fault, options.onFault),
  });
  await server.start();
  return {
    async answer({ headers, body, context }) {
      const response = await server.executeHTTPGraphQLRequest({
        httpGraphQLRequest: { method: 'POST', headers, search: '', body },
        context: () => Promise.resolve(context),
      });
      if (response.body.kind !== 'complete') throw new Error('Expected a complete answer, came an incremental one.');
      return { status: response.status ?? 200, headers: response.headers, body: response.body.string };
    },
    stop: () => server.stop(),
  };
}

function gatewayOf(hub: Hub, engine: Engine, supergraph: string): GatewayInterface {
  return {
    onSchemaLoadOrUpdate(callback) {
      callback({ apiSchema: engine.schema, coreSupergraphSdl: supergraph });
      return () => undefined;
    },
    load: async () => ({
      executor: ({ document, source, operationName, request, context }) => {
        const { identity, stated, tellSources, signal } = context as HubContext;
        const variables = request.variables ?? {};
        const name = operationName ?? undefined;
        return hub.answer({ document, source, operationName: name, variables, identity, stated, tellSources, signal });
      },
    }),
    stop: () => Promise.resolve(),
  };
}

function told(formatted: GraphQLFormattedError, fault: unknown, onFault: (fault: unknown) => void) {
  if (formatted.extensions?.code !== INTERNAL) {
    return { ...formatted, message: withoutValue({ message: formatted.message, originalError: undefined }) };
  }
  onFault(fault);
  return { ...formatted, message: 'The hub could not answer.', extensions: { code: INTERNAL } };
}
