import { ApolloServer, type ApolloServerPlugin, type HeaderMap, type HTTPGraphQLResponse } from '@apollo/server';
import { ApolloServerPluginInlineTraceDisabled } from '@apollo/server/plugin/disabled';
import type { GraphQLFormattedError } from 'graphql';
import type { Database } from '../register/database.ts';
import { SubgraphContext } from './context.ts';
import type { SubgraphSchema } from './federation.ts';
import { extensionsOf } from './in-process-subgraph.ts';
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
  answer(message: SubgraphMessage): Promise<HTTPGraphQLResponse>;
  stop(): Promise<void>;
}

/** Starts Apollo Server over a department's schema and register; answers say in `extensions` what they let out. */
export async function serveSubgraph(
  { schema }: SubgraphSchema,
  database: Database,
  cursorKeys: KeyRing<SecretKey>,
  onFault: (fault: unknown) => void,
): Promise<ServedSubgraph> {
  const server = new ApolloServer<SubgraphContext>({
    schema,
    introspection: false,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    plugins: [ApolloServerPluginInlineTraceDisabled(), tellsDisclosures],
    formatError: (formatted, fault) => told(formatted, fault, onFault),
  });
  await server.start();
  return {
    answer: ({ headers, body, viewer }) =>
      server.executeHTTPGraphQLRequest({
        httpGraphQLRequest: { method: 'POST', headers, search: '', body },
        context: () => Promise.resolve(new SubgraphContext(viewer, database, cursorKeys)),
      }),
    stop: () => server.stop(),
  };
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
