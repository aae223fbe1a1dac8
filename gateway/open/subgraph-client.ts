import { Agent, type Dispatcher } from 'undici';
import type { SubgraphAnswer, SubgraphFetch, SubgraphRequest } from '../execute/subgraph-fetch.ts';
import { DeadlinePassed, type Leave, wholeAnswer } from './whole-answer.ts';

const CONNECTIONS = 64;
const KEEP_ALIVE_MS = 4_000;
const JSON_MEDIA_TYPE = /^application\/(.+\+)?json\b/i;

/** Asks subgraphs over HTTP on connections kept open, with nothing but the request itself: no header of the client's. */
export interface SubgraphClient {
  /** One request's way to the subgraphs at these URLs; its fetches end when the signal aborts. */
  fetchFor(urls: ReadonlyMap<string, URL>, signal: AbortSignal | undefined): SubgraphFetch;
  close(): Promise<void>;
}

/** A subgraph that gave no GraphQL answer; the message names it, nothing of what it sent. */
export class SubgraphUnanswered extends Error {
  readonly extensions = { code: 'SOURCE_UNAVAILABLE' };
}

/** Opens connections to subgraphs; each fetch may take `deadlineMs`. */
export function createSubgraphClient(deadlineMs: number): SubgraphClient {
  const agent = new Agent({
    connections: CONNECTIONS,
    keepAliveTimeout: KEEP_ALIVE_MS,
    headersTimeout: deadlineMs,
    bodyTimeout: deadlineMs,
    connect: { timeout: deadlineMs },
  });
  const post = async (subgraph: string, target: Target, request: SubgraphRequest, leaving: Leave) => {
    const { document: query, operationName, variables } = request;
    const body = JSON.stringify({ query, operationName, variables });
    const answered = await wholeAnswer(agent, { ...target, method: 'POST', body }, deadlineMs, leaving);
    const { statusCode, contentType } = answered;
    // A subgraph may tell its errors with any status (GraphQL over HTTP, 6.4), but then as JSON.
    if (contentType === undefined || !JSON_MEDIA_TYPE.test(contentType)) {
      throw new SubgraphUnanswered(`Expected ${subgraph} to answer with JSON; its status was ${statusCode}.`);
    }
    const answer = JSON.parse(answered.body.toString('utf8')) as SubgraphAnswer | null;
    if (statusCode < 300 || answer?.data !== undefined || Array.isArray(answer?.errors))
      return answer as SubgraphAnswer;
    throw new SubgraphUnanswered(`Expected ${subgraph} to answer with data or errors; its status was ${statusCode}.`);
  };
  return {
    fetchFor(urls, signal) {
      // One listener for all fetches of a request: each costs as much as a small fetch's parsing.
      const leaving: Leave = new Set();
      signal?.addEventListener('abort', () => leaving.forEach((leave) => leave()), { once: true });
      return async (subgraph, request) => {
        const url = urls.get(subgraph);
        if (!url) throw new Error(`Expected a URL of ${subgraph}.`);
        try {
          signal?.throwIfAborted();
          return await post(subgraph, targetOf(url), request, leaving);
        } catch (fault) {
          if (fault instanceof SubgraphUnanswered) throw fault;
          throw new SubgraphUnanswered(
            fault instanceof DeadlinePassed
              ? `Expected ${subgraph} to answer within ${deadlineMs} ms.`
              : `Expected ${subgraph} to answer: ${(fault as { code?: string }).code ?? 'its answer cannot be read'}.`,
            { cause: fault },
          );
        }
      };
    },
    close: () => agent.destroy(),
  };
}

/** Where and how a URL is asked. */
type Target = Pick<Dispatcher.DispatchOptions, 'origin' | 'path' | 'headers'>;

const targets = new WeakMap<URL, Target>();

function targetOf(url: URL): Target {
  let target = targets.get(url);
  if (!target) {
    const headers = {
      'content-type': 'application/json',
      accept: 'application/graphql-response+json, application/json;q=0.9',
      ...(url.username !== '' && { authorization: basic(url) }),
    };
    target = { origin: url.origin, path: `${url.pathname}${url.search}`, headers };
    targets.set(url, target);
  }
  return target;
}

const basic = ({ username, password }: URL): string =>
  `Basic ${Buffer.from(`${decodeURIComponent(username)}:${decodeURIComponent(password)}`).toString('base64')}`;
