import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { Agent, type Dispatcher } from 'undici';
import type { SubgraphAnswer, SubgraphFetch, SubgraphRequest } from '../execute/subgraph-fetch.ts';
import { startDeadline } from '../transport/deadline.ts';
import { requestTexts } from './request-text.ts';
import { type SubgraphEvent, subgraphEvents } from './subgraph-events.ts';
import { AnswerTooLarge, DeadlinePassed, type UnderWay, type WholeAnswer, wholeAnswer } from './whole-answer.ts';

const CONNECTIONS = 64;
const KEEP_ALIVE_MS = 4_000;
const MOST_BYTES = 64 << 20;
// Servers of graphql-sse take this alone.
const EVENTS = 'text/event-stream';
const JSON_MEDIA_TYPE = /^application\/(.+\+)?json\b/i;

/** Asks subgraphs over HTTP on connections kept open, with nothing but the request itself: no header of the client's. */
export interface SubgraphClient {
  /** One request's way to the subgraphs at these URLs; its fetches end when the signal aborts. */
  fetchFor(urls: ReadonlyMap<string, URL>, signal: AbortSignal | undefined): SubgraphFetch;
  /** Opens the results of a subscription; rejects with the error that the client is told. */
  listen(
    subgraph: string,
    url: URL,
    request: SubgraphRequest,
    signal: AbortSignal | undefined,
  ): Promise<AsyncIterableIterator<SubgraphEvent>>;
  close(): Promise<void>;
}

/** What a subgraph may take. */
export interface SubgraphLimits {
  readonly deadlineMs: number;
  readonly answerBytes?: number;
}

/** A subgraph that gave no GraphQL answer; the message names it, nothing of what it sent. */
export class SubgraphUnanswered extends Error {
  readonly extensions = { code: 'SOURCE_UNAVAILABLE' };
}

/** Opens connections to subgraphs. */
export function createSubgraphClient({ deadlineMs, answerBytes = MOST_BYTES }: SubgraphLimits): SubgraphClient {
  const agent = new Agent({
    connections: CONNECTIONS,
    keepAliveTimeout: KEEP_ALIVE_MS,
    // Each fetch has a deadline of its own.
    headersTimeout: 0,
    bodyTimeout: 0,
    connect: { timeout: deadlineMs },
  });
  // Those who listen would take the places of those who ask, and subgraphs need not give signs of life.
  const streams = new Agent({ headersTimeout: deadlineMs, bodyTimeout: 0, connect: { timeout: deadlineMs } });
  const limits = { deadlineMs, bytes: answerBytes };
  const textOf = requestTexts();
  const targets = new WeakMap<URL, Target>();

  const targetOf = (subgraph: string, url: URL): Target => {
    let target = targets.get(url);
    if (!target) {
      target = { ...addressOf(url), read: (answer) => read(subgraph, answer), fail: (fault) => fail(subgraph, fault) };
      targets.set(url, target);
    }
    return target;
  };

  const fail = (subgraph: string, fault: unknown): never => {
    const cause = fault as { readonly code?: string };
    const within = fault instanceof DeadlinePassed ? ` within ${deadlineMs} ms` : '';
    const most = fault instanceof AnswerTooLarge ? ` with at most ${answerBytes} bytes` : '';
    const reason = within || most ? '' : `: ${cause.code ?? 'its answer cannot be read'}`;
    throw new SubgraphUnanswered(`Expected ${subgraph} to answer${within}${most}${reason}.`, { cause });
  };

  const post = (target: Target, request: SubgraphRequest, underWay: UnderWay) => {
    const { origin, path, headers } = target;
    const options = { origin, path, headers, method: 'POST', body: textOf(request) } as const;
    return wholeAnswer(agent, options, limits, underWay).then(target.read, target.fail);
  };

  return {
    fetchFor(urls, signal) {
      // One listener for all fetches of a request: each costs as much as a small fetch's parsing.
      const underWay: UnderWay = new Set();
      signal?.addEventListener('abort', () => underWay.forEach((fetch) => fetch.leave()), { once: true });
      return (subgraph, request) => {
        const url = urls.get(subgraph);
        if (!url) throw new Error(`Expected a URL of ${subgraph}.`);
        const target = targetOf(subgraph, url);
        return signal?.aborted ? target.fail(signal.reason) : post(target, request, underWay);
      };
    },
    async listen(subgraph, url, { document: query, operationName, variables }, signal) {
      const deadline = startDeadline(deadlineMs, signal);
      const listening = new AbortController();
      const leave = () => listening.abort();
      deadline.signal.addEventListener('abort', leave, { once: true });
      try {
        const { origin, path, headers } = addressOf(url);
        const response = await streams.request({
          origin: origin as URL,
          path,
          method: 'POST',
          headers: { ...(headers as Record<string, string>), accept: EVENTS },
          body: JSON.stringify({ query, operationName, variables }),
          signal: listening.signal,
        });
        if (String(response.headers['content-type']).startsWith(EVENTS)) {
          return subgraphEvents(subgraph, response.body, leave);
        }
        throw refusalOf(subgraph, await response.body.json());
      } catch (fault) {
        if (fault instanceof GraphQLError) throw fault;
        const message = `Expected ${subgraph} to open a stream of events.`;
        const extensions = { code: 'SOURCE_UNAVAILABLE', department: subgraph };
        throw new GraphQLError(message, { extensions, originalError: fault as Error });
      } finally {
        deadline.signal.removeEventListener('abort', leave);
        deadline.end();
      }
    },
    async close() {
      await Promise.all([agent.destroy(), streams.destroy()]);
    },
  };
}

/** What a subgraph says instead of events, in its own words. */
function refusalOf(subgraph: string, answer: unknown): GraphQLError {
  const [error] = ((answer ?? {}) as { readonly errors?: readonly GraphQLFormattedError[] }).errors ?? [];
  if (!error) throw new Error(`Expected ${subgraph} to send events or errors.`);
  return new GraphQLError(error.message, { extensions: { code: 'DOWNSTREAM_SERVICE_ERROR', ...error.extensions } });
}

/** Where and how a subgraph is asked, and what becomes of its answer. */
interface Target extends Pick<Dispatcher.DispatchOptions, 'origin' | 'path' | 'headers'> {
  readonly read: (answer: WholeAnswer) => SubgraphAnswer;
  readonly fail: (fault: unknown) => never;
}

function addressOf(url: URL): Pick<Target, 'origin' | 'path' | 'headers'> {
  const headers = {
    'content-type': 'application/json',
    accept: 'application/graphql-response+json, application/json;q=0.9',
    ...(url.username !== '' && { authorization: basic(url) }),
  };
  return { origin: url.origin, path: `${url.pathname}${url.search}`, headers };
}

const basic = ({ username, password }: URL): string =>
  `Basic ${Buffer.from(`${decodeURIComponent(username)}:${decodeURIComponent(password)}`).toString('base64')}`;

function read(subgraph: string, { statusCode, contentType, body }: WholeAnswer): SubgraphAnswer {
  // A subgraph may tell its errors with any status (GraphQL over HTTP, 6.4), but then as JSON.
  if (contentType === undefined || !JSON_MEDIA_TYPE.test(contentType)) {
    throw new SubgraphUnanswered(`Expected ${subgraph} to answer with JSON; its status was ${statusCode}.`);
  }
  const answer = parsed(subgraph, body);
  if (statusCode < 300 || answer?.data !== undefined || Array.isArray(answer?.errors)) return answer as SubgraphAnswer;
  throw new SubgraphUnanswered(`Expected ${subgraph} to answer with data or errors; its status was ${statusCode}.`);
}

function parsed(subgraph: string, body: Buffer): SubgraphAnswer | null {
  try {
    return JSON.parse(body.toString('utf8')) as SubgraphAnswer | null;
  } catch {
    // The parser's own words quote the text.
    throw new SubgraphUnanswered(`Expected ${subgraph} to answer: its answer cannot be read.`);
  }
}
