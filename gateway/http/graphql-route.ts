import type { IncomingMessage, ServerResponse } from 'node:http';
import { v7 as uuidv7 } from 'uuid';
import type { Authenticate } from '../access/authenticate.ts';
import type { GlassStated } from '../access/break-glass.ts';
import { credentialsOf } from '../access/credentials.ts';
import { within } from '../access/limits/limit-exceeded.ts';
import type { Limits } from '../access/limits/limits.ts';
import { quantity } from '../access/limits/quantity.ts';
import type { CountRequest } from '../access/limits/rate-limit.ts';
import type { ReadDocument } from '../access/limits/read-document.ts';
import { checkVariables } from '../access/limits/variables-size.ts';
import type { ResolveDocument } from '../access/trusted-documents/resolve-document.ts';
import type { Live } from '../live/live.ts';
import type { RequestRecord } from '../observe/request-record.ts';
import type { GraphQLMessage, GraphQLServer } from './graphql-server.ts';
import { mediaTypeFor } from './media-type.ts';
import { Refusal } from './refusal.ts';
import { readParameters } from './request-parameters.ts';
import { sendAnswer, sendEvent, takesEvents } from './respond.ts';

/** What a GraphQL request passes on its way in. */
export interface GraphQLRoute {
  readonly graphql: GraphQLServer;
  readonly authenticate: Authenticate;
  readonly countRequest: CountRequest;
  readonly resolveDocument: ResolveDocument;
  readonly readDocument: ReadDocument;
  readonly limits: Limits;
  /** Whether GET is taken from any page: only where every caller is the same nobody, whom none can pretend to be. */
  readonly plainGet?: boolean;
  /** Where subscriptions are taken. */
  readonly live?: Live;
}

/** Made once: to note where it came from takes longer than to read the request. */
const CLOSED = new DOMException('The response is closed.', 'AbortError');
const METHODS = 'GET, POST, OPTIONS';

/** Answers `/graphql`: who asks, how often, which document, how large; then what it says. Throws for whatever it refuses. */
export async function serveGraphQL(
  request: IncomingMessage,
  response: ServerResponse,
  route: GraphQLRoute,
  record?: RequestRecord,
): Promise<void> {
  if (request.method === 'OPTIONS') return void response.writeHead(204, { allow: METHODS }).end();
  if (request.method !== 'GET' && request.method !== 'POST') {
    throw new Refusal(405, { code: 'METHOD_NOT_ALLOWED' }, 'Expected GET or POST.', { headers: { allow: METHODS } });
  }
  if (request.method === 'GET' && !route.plainGet) checkOrigin(request);
  const shown = credentialsOf(request);
  const { identity, expiresAt } = await route.authenticate(shown);
  record?.askedBy(identity.persona);
  await route.countRequest(identity);
  const { variables, operationName, ...named } = await readParameters(request, route.limits);
  const query = route.resolveDocument(identity.client, named);
  const operation = route.readDocument(query, operationName);
  record?.asks(operation);
  checkVariables(variables, route.limits);
  within(route.limits, 'cost', quantity(operation.cost, variables));
  checkMethod(request, operation, route.live !== undefined);

  const abort = new AbortController();
  // What was answered whole has nothing left to end.
  response.once('close', () => response.writableFinished || abort.abort(CLOSED));
  const stated = {
    request: record?.id ?? uuidv7(),
    purpose: header(request, 'x-purpose'),
    caseNumber: header(request, 'x-case'),
    glass: glassStated(request),
  };
  const tellSources = header(request, 'x-sources') === '1';
  const message: GraphQLMessage = {
    body: { query, operationName: operationName ?? null, variables },
    context: { identity, stated, tellSources, signal: abort.signal, record },
  };
  const { live } = route;
  if (live && operation.kind === 'subscription') {
    if (stated.glass) throw glassOfMinutes();
    const valid = await route.graphql.validate(message);
    if ('body' in valid) {
      record?.answered(valid);
      return sendEvent(response, valid.body);
    }
    return live.serve({ ...valid, identity, stated, tellSources, shown, expiresAt }, response);
  }
  const type = mediaTypeFor(request.headers.accept);
  if (!type) throw notAcceptable();
  const answer = await route.graphql.answer(message);
  record?.answered(answer);
  sendAnswer(response, type, answer, { 'x-request-id': stated.request });
}

const glassOfMinutes = () =>
  new Refusal(400, { code: 'BREAK_GLASS_NOT_PERMITTED' }, 'Expected no `X-Break-Glass` with a subscription.');

const notAcceptable = () =>
  new Refusal(406, { code: 'NOT_ACCEPTABLE' }, 'Expected to be asked for `application/graphql-response+json` or JSON.');

/** Refuses GET without a header that no page of another site can send unasked (as Apollo Server prevents forgeries). */
function checkOrigin({ headers }: IncomingMessage): void {
  const type = headers['content-type']?.split(';', 1)[0]?.trim().toLowerCase();
  if (headers['apollo-require-preflight'] || headers['x-apollo-operation-name'] || type === 'application/json') return;
  throw new Refusal(400, { code: 'PREFLIGHT_REQUIRED' }, 'Expected the header `Apollo-Require-Preflight: 1` with GET.');
}

function checkMethod(
  { method, headers }: IncomingMessage,
  { kind, sensitive }: ReturnType<ReadDocument>,
  takesSubscriptions: boolean,
): void {
  if (kind === 'subscription' && !(takesSubscriptions && takesEvents(headers.accept))) {
    const expected = takesSubscriptions
      ? 'Expected the header `Accept: text/event-stream` with a subscription.'
      : 'Expected a query or a mutation.';
    throw new Refusal(400, { code: 'OPERATION_NOT_SUPPORTED' }, expected);
  }
  if (method !== 'GET') return;
  if (kind === 'mutation') {
    const headers = { allow: 'POST' };
    throw new Refusal(405, { code: 'METHOD_NOT_ALLOWED' }, 'Expected POST for a mutation.', { headers });
  }
  // What stands in a URL is written down by everything on its way.
  if (sensitive) throw new Refusal(400, { code: 'SENSITIVE_ARGUMENT' }, `Expected POST for \`${sensitive}\`.`);
}

function header(request: IncomingMessage, name: string): string | undefined {
  const value = request.headers[name];
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** What a request says of breaking the glass; minutes without a reason count, so that they are refused. */
function glassStated({ headers }: IncomingMessage): GlassStated | undefined {
  const { 'x-break-glass': reason, 'x-break-glass-minutes': minutes } = headers;
  if (reason === undefined && minutes === undefined) return undefined;
  return { reason: String(reason ?? ''), minutes: minutes === undefined ? undefined : String(minutes) };
}
