import { ApolloServer, type BaseContext, HeaderMap } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import type { GatewayInterface } from '@apollo/server-gateway-interface';
import type { ExecutionResult, GraphQLFormattedError } from 'graphql';
import { withoutValue } from '../../schema/kit/without-value.ts';
import type { Statement } from '../access/grant.ts';
import type { Identity } from '../access/identity.ts';
import type { Engine } from '../execute/engine.ts';
import type { Hub, HubRequest } from '../hub.ts';
import type { RequestRecord } from '../observe/request-record.ts';
import { type KnownDocuments, knownDocuments } from './known-documents.ts';

/** What Apollo Server carries through a request. */
export interface HubContext extends BaseContext {
  readonly identity: Identity;
  readonly stated: Statement;
  /** Whether the answer tells how each department did. */
  readonly tellSources: boolean;
  readonly signal: AbortSignal;
  readonly record?: RequestRecord | undefined;
  /** Takes a valid operation over; it is not executed then. */
  readonly takeOver?: (operation: ValidOperation) => void;
  /** What the hub answered already; it is not asked again then. */
  readonly outcome?: Promise<ExecutionResult>;
}

/** An operation that Apollo Server found valid. */
export type ValidOperation = Pick<HubRequest, 'document' | 'source' | 'operationName' | 'variables'>;

/** An answer to be sent. */
export interface GraphQLAnswer {
  readonly status: number;
  readonly body: string;
}

/** A GraphQL request that is well-formed and within its limits. */
export interface GraphQLMessage {
  readonly body: {
    readonly query: string;
    readonly operationName: string | null;
    readonly variables: Readonly<Record<string, unknown>>;
  };
  readonly context: HubContext;
}

/** Answers GraphQL over HTTP with Apollo Server in front of the hub's own engine. */
export interface GraphQLServer {
  answer(message: GraphQLMessage): Promise<GraphQLAnswer>;
  /** Reads and validates an operation as `answer` does, without executing it; answers what is wrong with it. */
  validate(message: GraphQLMessage): Promise<ValidOperation | GraphQLAnswer>;
  stop(): Promise<void>;
}

const MOST_VALIDATION_ERRORS = 20;
/** The one header that Apollo Server looks at; the door has read what the client's own say. */
const JSON_CONTENT = ['content-type', 'application/json'] as const;
const SUGGESTION = / Did you mean [\s\S]*$/;

/** The one code whose messages are not written for the client. */
const INTERNAL = 'INTERNAL_SERVER_ERROR';

/** How Apollo Server is started. */
export interface GraphQLServerOptions {
  /** For development alone. */
  readonly introspection: boolean;
  readonly onFault: (fault: unknown) => void;
  /** What of an error a client is told; without values and without the hub's own faults by default. */
  readonly tell?: (formatted: GraphQLFormattedError, fault: unknown) => GraphQLFormattedError;
}

/** Starts Apollo Server over the hub. */
export async function startGraphQLServer(
  hub: Hub,
  engine: Engine,
  supergraph: string,
  { introspection, onFault, tell = (formatted, fault) => told(formatted, fault, onFault) }: GraphQLServerOptions,
): Promise<GraphQLServer> {
  const known = knownDocuments();
  const server = new ApolloServer<HubContext>({
    gateway: gatewayOf(hub, engine, supergraph, known),
    introspection,
    includeStacktraceInErrorResponses: false,
    // The door resolves documents by their id before.
    persistedQueries: false,
    validationOptions: { maxErrors: MOST_VALIDATION_ERRORS, hideSuggestions: true },
    // Nothing is reported to anybody, whatever the environment says.
    plugins: [
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginInlineTraceDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginSchemaReportingDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
    ],
    stopOnTerminationSignals: false,
    allowBatchedHttpRequests: false,
    // The door refuses forged requests before.
    csrfPrevention: false,
    formatError: tell,
  });
  await server.start();
  const inFull: GraphQLServer['answer'] = async ({ body, context }) => {
    const response = await server.executeHTTPGraphQLRequest({
      httpGraphQLRequest: { method: 'POST', headers: new HeaderMap([JSON_CONTENT]), search: '', body },
      context: () => Promise.resolve(context),
    });
    if (response.body.kind !== 'complete') throw new Error('Expected a complete answer, came an incremental one.');
    return { status: response.status ?? 200, body: response.body.string };
  };
  const answer: GraphQLServer['answer'] = async (message) => {
    const { body, context } = message;
    const document = known.get(body.query);
    if (document === undefined) return inFull(message);
    const operationName = body.operationName ?? undefined;
    const outcome = answerOf(hub, { document, source: body.query, operationName, variables: body.variables }, context);
    // What a client is told of errors, and with which status, is for Apollo Server to say.
    const failed = () => inFull({ body, context: { ...context, outcome } });
    return outcome.then((result) => (result.errors ? failed() : { status: 200, body: textOf(result) }), failed);
  };
  return {
    answer,
    async validate({ body, context }) {
      let valid: ValidOperation | undefined;
      const takeOver = (operation: ValidOperation) => void (valid = operation);
      const wrong = await inFull({ body, context: { ...context, takeOver } });
      return valid ?? wrong;
    },
    stop: () => server.stop(),
  };
}

function gatewayOf(hub: Hub, engine: Engine, supergraph: string, known: KnownDocuments): GatewayInterface {
  return {
    onSchemaLoadOrUpdate(callback) {
      callback({ apiSchema: engine.schema, coreSupergraphSdl: supergraph });
      return () => undefined;
    },
    load: async () => ({
      executor: async ({ document, source, request, context }) => {
        known.add(source, document);
        const { takeOver, outcome } = context as HubContext;
        const variables = request.variables ?? {};
        // As the client said it: the name that Apollo Server fills in would have the same operation planned twice.
        const operation = { document, source, operationName: request.operationName ?? undefined, variables };
        if (takeOver) {
          takeOver(operation);
          return { data: null };
        }
        return outcome ?? answerOf(hub, operation, context as HubContext);
      },
    }),
    stop: () => Promise.resolve(),
  };
}

async function answerOf(hub: Hub, operation: ValidOperation, context: HubContext): Promise<ExecutionResult> {
  const { identity, stated, tellSources, signal, record } = context;
  const result = await hub.answer({ ...operation, identity, stated, tellSources, signal, record });
  record?.erred(result.errors);
  return result;
}

/** An answer without errors, in the order and with the line feed of Apollo Server's. */
const textOf = ({ data, extensions }: ExecutionResult): string => `${JSON.stringify({ data, extensions })}\n`;

function told(formatted: GraphQLFormattedError, fault: unknown, onFault: (fault: unknown) => void) {
  if (formatted.extensions?.code !== INTERNAL) {
    const message = withoutValue({ message: formatted.message, originalError: undefined });
    return { ...formatted, message: message.replace(SUGGESTION, '') };
  }
  onFault(fault);
  return { ...formatted, message: 'The hub could not answer.', extensions: { code: INTERNAL } };
}
