import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { HeaderMap } from '@apollo/server';
import { GraphQLError } from 'graphql';
import { asksForDefinitionAlone } from './definition-query.ts';
import { EVENT_STREAM } from './event-message.ts';
import { createEventStreams, type EventStreams } from './event-streams.ts';
import type { ServedSubgraph, SubgraphMessage } from './served-subgraph.ts';
import { ANSWER_HEADER, type SignAnswer } from './signed-answer.ts';
import { type VerifyViewer, VIEWER_HEADER, ViewerRefused } from './signed-viewer.ts';
import type { Viewer } from './viewer.ts';

/** What a department's address is answered with. */
export interface DoorToSubgraph {
  readonly subgraph: ServedSubgraph;
  readonly verify: VerifyViewer;
  /** Vouches for its answers. */
  readonly sign?: SignAnswer;
}

/** A viewer of many parties is a long header. */
const LARGEST_HEADERS = 1 << 20;
const LARGEST_BODY = 1 << 24;

/** Sees nothing but the definition of the graph. */
const nobody: Viewer = {
  request: '',
  user: '',
  client: '',
  persona: '',
  organization: null,
  department: null,
  areas: [],
  purpose: null,
  scopes: [],
  matterScopes: [],
  matter: null,
  admitted: [],
  withheld: [],
  breakGlass: false,
};

/**
 * An HTTP server with each department at `POST /<department>/graphql`, and `GET /health`; not yet listening.
 * It answers requests that carry a viewer signed by the hub; only the department's definition is told to anybody.
 * Asked for `text/event-stream`, it tells of a subscription's events as they happen.
 */
export function createSubgraphDoor(
  departments: ReadonlyMap<string, DoorToSubgraph>,
  onFault: (fault: unknown) => void,
  streams: EventStreams = createEventStreams(onFault),
): Server {
  return createServer({ maxHeaderSize: LARGEST_HEADERS }, (request, response) => {
    answer(request, response, departments, streams).catch((fault: unknown) => {
      if (fault instanceof ViewerRefused) return refuse(response, 401, fault.code, fault.message);
      onFault(fault);
      refuse(response, 500, 'INTERNAL_SERVER_ERROR', 'The department could not answer.');
    });
  });
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  departments: ReadonlyMap<string, DoorToSubgraph>,
  streams: EventStreams,
): Promise<void> {
  const path = request.url?.split('?', 1)[0] ?? '/';
  if (request.method === 'GET' && path === '/health') return send(response, 200, '{"status":"ok"}');
  const door = departments.get(/^\/([a-z-]+)\/graphql$/.exec(path)?.[1] ?? '');
  if (!door) return refuse(response, 404, 'NOT_FOUND', 'Expected POST /<department>/graphql or GET /health.');
  if (request.method !== 'POST') return refuse(response, 405, 'METHOD_NOT_ALLOWED', 'Expected POST.');
  const sent = await readBody(request);
  if (!sent) return refuse(response, 413, 'BODY_TOO_LARGE', `Expected a body of at most ${LARGEST_BODY} bytes.`);
  const body = parsed(sent);
  if (body === undefined) return refuse(response, 400, 'BODY_INVALID', 'Expected a JSON body: { "query": … }.');
  const header = headerOf(request, VIEWER_HEADER);
  const viewer = !header && asksForDefinitionAlone(body) ? nobody : await door.verify(header, sent);
  const message = { headers: headersOf(request), body, viewer };
  if (headerOf(request, 'accept')?.includes(EVENT_STREAM)) return tell(response, door.subgraph, message, streams);
  const answered = await door.subgraph.answer(message);
  if (answered.body.kind !== 'complete') throw new Error('Expected a complete answer, came an incremental one.');
  for (const [name, value] of answered.headers) response.setHeader(name, value);
  const { string } = answered.body;
  if (header && door.sign) response.setHeader(ANSWER_HEADER, await door.sign(viewer.request, header, string));
  send(response, answered.status ?? 200, string);
}

async function tell(
  response: ServerResponse,
  subgraph: ServedSubgraph,
  message: SubgraphMessage,
  streams: EventStreams,
): Promise<void> {
  try {
    streams.serve(response, await subgraph.subscribe(message));
  } catch (fault) {
    if (!(fault instanceof GraphQLError)) throw fault;
    send(response, 200, JSON.stringify({ errors: [fault] }));
  }
}

async function readBody(request: IncomingMessage): Promise<Buffer | null> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > LARGEST_BODY) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function parsed(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    return undefined;
  }
}

function headerOf({ headers }: IncomingMessage, name: string): string | undefined {
  const value = headers[name];
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function headersOf(request: IncomingMessage): HeaderMap {
  const map = new HeaderMap();
  for (const name of ['content-type', 'accept']) {
    const value = headerOf(request, name);
    if (value) map.set(name, value);
  }
  return map;
}

function send(response: ServerResponse, status: number, body: string): void {
  if (!response.hasHeader('content-type')) response.setHeader('content-type', 'application/json');
  response.writeHead(status, { 'content-length': Buffer.byteLength(body), 'cache-control': 'no-store' });
  response.end(body);
}

function refuse(response: ServerResponse, status: number, code: string, message: string): void {
  if (response.headersSent) response.destroy();
  else send(response, status, JSON.stringify({ errors: [{ message, extensions: { code } }] }));
}
