import { Agent } from 'undici';
import type { SubgraphAnswer, SubgraphFetch, SubgraphRequest } from '../execute/subgraph-fetch.ts';
import { startDeadline } from '../transport/deadline.ts';

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
  const post = async (subgraph: string, url: URL, request: SubgraphRequest, signal: AbortSignal) => {
    const { document: query, operationName, variables } = request;
    const { statusCode, headers, body } = await agent.request({
      origin: url.origin,
      path: `${url.pathname}${url.search}`,
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        accept: 'application/graphql-response+json, application/json;q=0.9',
        ...(url.username !== '' && { authorization: basic(url) }),
      },
      body: JSON.stringify({ query, operationName, variables }),
      signal,
    });
    const type = headers['content-type'];
    // A subgraph may tell its errors with any status (GraphQL over HTTP, 6.4), but then as JSON.
    if (typeof type !== 'string' || !JSON_MEDIA_TYPE.test(type)) {
      await body.dump();
      throw new SubgraphUnanswered(`Expected ${subgraph} to answer with JSON; its status was ${statusCode}.`);
    }
    const answer = (await body.json()) as SubgraphAnswer | null;
    if (statusCode < 300 || answer?.data !== undefined || Array.isArray(answer?.errors))
      return answer as SubgraphAnswer;
    throw new SubgraphUnanswered(`Expected ${subgraph} to answer with data or errors; its status was ${statusCode}.`);
  };
  return {
    fetchFor: (urls, signal) => async (subgraph, request) => {
      const url = urls.get(subgraph);
      if (!url) throw new Error(`Expected a URL of ${subgraph}.`);
      const deadline = startDeadline(deadlineMs, signal);
      try {
        return await post(subgraph, url, request, deadline.signal);
      } catch (fault) {
        if (fault instanceof SubgraphUnanswered) throw fault;
        throw new SubgraphUnanswered(
          deadline.passed()
            ? `Expected ${subgraph} to answer within ${deadlineMs} ms.`
            : `Expected ${subgraph} to answer: ${(fault as { code?: string }).code ?? 'its answer cannot be read'}.`,
          { cause: fault },
        );
      } finally {
        deadline.end();
      }
    },
    close: () => agent.destroy(),
  };
}

const basic = ({ username, password }: URL): string =>
  `Basic ${Buffer.from(`${decodeURIComponent(username)}:${decodeURIComponent(password)}`).toString('base64')}`;
