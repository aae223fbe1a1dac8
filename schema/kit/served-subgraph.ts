import { ApolloServer, type ApolloServerPlugin, HeaderMap, type HTTPGraphQLResponse } from '@apollo/server';
import { ApolloServerPluginInlineTraceDisabled } from '@apollo/server/plugin/disabled';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import type { Database } from '../register/database.ts';
import { SubgraphContext } from './context.ts';
import { type LiveRequest, liveRequest } from './event-message.ts';
import type { SourceEvent } from './event-queue.ts';
import type { SubgraphSchema } from './federation.ts';
import { extensionsOf, inProcessSubgraph, type SubgraphCall } from './in-process-subgraph.ts';
import type { KeyRing } from './keys/key-ring.ts';
import type { SecretKey } from './keys/secret-ring.ts';
import type { Viewer } from './viewer.ts';

/** A GraphQL request as it came over HTTP, and on whose behalf. */
export interface SubgraphMessage {
  readonly headers: HeaderMap;
  readonly body: unknown;
  readonly viewer: Viewer;
}

/** A department's subgraph behind Apollo Server. */
export interface ServedSubgraph {
  /** Answers a request; a subscription for the one event that it names (`extensions.event`). */
  answer(message: SubgraphMessage): Promise<HTTPGraphQLResponse>;
  /** Opens the events of a subscription; rejects with the GraphQLError of a refusal. */
  subscribe(message: SubgraphMessage): Promise<AsyncIterableIterator<SourceEvent>>;
  stop(): Promise<void>;
}

/** Starts Apollo Server over a department's schema and register; answers say in `extensions` what they let out. */
export async function serveSubgraph(
  subgraph: SubgraphSchema,
  database: Database,
  cursorKeys: KeyRing<SecretKey>,
  onFault: (fault: unknown) => void,
): Promise<ServedSubgraph> {
  const server = new ApolloServer<SubgraphContext>({
    schema: subgraph.schema,
    introspection: false,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    plugins: [ApolloServerPluginInlineTraceDisabled(), tellsDisclosures],
    formatError: (formatted, fault) => told(formatted, fault, onFault),
  });
  await server.start();
  // Apollo Server has no subscriptions.
  const live = inProcessSubgraph('live', subgraph, database, cursorKeys, onFault);
  return {
    answer({ headers, body, viewer }) {
      const event = liveRequest(body);
      if (event?.extensions?.event) return answered(live.execute(callOf(event, viewer)));
      return server.executeHTTPGraphQLRequest({
        httpGraphQLRequest: { method: 'POST', headers, search: '', body },
        context: () => Promise.resolve(new SubgraphContext(viewer, database, cursorKeys)),
      });
    },
    async subscribe({ body, viewer }) {
      const request = liveRequest(body);
      if (!request) throw new GraphQLError('Expected a subscription.', { extensions: { code: 'BAD_REQUEST' } });
      return live.subscribe(callOf(request, viewer));
    },
    stop: () => server.stop(),
  };
}

const callOf = (
  { query: document, operationName, variables, extensions }: LiveRequest,
  viewer: Viewer,
): SubgraphCall => ({
  document,
  operationName: operationName ?? undefined,
  variables: variables ?? undefined,
  viewer,
  event: extensions?.event,
});

/** An answer as HTTP gives it; a document that cannot be read is answered with its error. */
async function answered(answer: Promise<object>): Promise<HTTPGraphQLResponse> {
  const string = await answer.then(JSON.stringify, (fault: unknown) => {
    if (fault instanceof GraphQLError) return JSON.stringify({ errors: [fault] });
    throw fault;
  });
  return { headers: new HeaderMap(), body: { kind: 'complete', string } };
}

const tellsDisclosures: ApolloServerPlugin<SubgraphContext> = {
  requestDidStart: () =>
    Promise.resolve({
      willSendResponse({ response, contextValue }) {
        const { body } = response;
        if (body.kind === 'single') {
          body.singleResult.extensions = { ...body.singleResult.extensions, ...extensionsOf(contextValue) };
        }
        return Promise.resolve();
      },
    }),
};

/** An error as the caller may see it: a fault of the register is reported whole to `onFault` and told without detail. */
function told(formatted: GraphQLFormattedError, fault: unknown, onFault: (fault: unknown) => void) {
  if (formatted.extensions?.code !== 'INTERNAL_SERVER_ERROR') return formatted;
  onFault(fault);
  return { ...formatted, message: 'The register could not answer.', extensions: { code: 'SOURCE_UNAVAILABLE' } };
}
