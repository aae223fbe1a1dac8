import type { ServerResponse } from 'node:http';
import type { Refusal } from './refusal.ts';

const JSON_TYPE = 'application/json';
const GRAPHQL_TYPE = 'application/graphql-response+json';

/** Sends a whole answer, never to be kept or guessed at by whoever is between. */
export function send(
  response: ServerResponse,
  status: number,
  type: string,
  body: string | Buffer,
  headers: Readonly<Record<string, string>> = {},
): void {
  response.writeHead(status, {
    ...headers,
    'content-type': type,
    'content-length': Buffer.byteLength(body),
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
  });
  response.end(body);
}

/** Sends a refusal as a GraphQL error in the media type that the client prefers. */
export function refuse(response: ServerResponse, refusal: Refusal, accept: string | undefined): void {
  const type = refusalType(accept);
  const { message, extensions, headers } = refusal;
  const body = JSON.stringify({ errors: [{ message, extensions }] });
  if (refusal.isRequestError && takesEvents(accept)) return sendEvent(response, body);
  send(response, statusIn(type, refusal), `${type}; charset=utf-8`, body, headers);
}

/** Whether a client takes server-sent events. */
export const takesEvents = (accept: string | undefined): boolean => /\btext\/event-stream\b/i.test(accept ?? '');

/** Sends one result as a whole stream of server-sent events (graphql-sse, distinct connections mode). */
export const sendEvent = (response: ServerResponse, json: string): void =>
  send(
    response,
    200,
    'text/event-stream; charset=utf-8',
    `event: next\ndata: ${json.trim()}\n\nevent: complete\ndata: \n\n`,
  );

/** Of the two media types of GraphQL over HTTP, the one that the client names first. */
function refusalType(accept: string | undefined): string {
  const named = accept?.split(',').map((range) => range.split(';', 1)[0]?.trim().toLowerCase());
  return named?.find((type) => type === GRAPHQL_TYPE || type === JSON_TYPE) ?? JSON_TYPE;
}

/** `application/json` answers every GraphQL request with 200, right or wrong (GraphQL over HTTP, “application/json”). */
const statusIn = (type: string, { status, isRequestError }: Refusal) =>
  isRequestError && type === JSON_TYPE ? 200 : status;

/** The status of an answer that the pipeline gave a well-formed request. */
export const statusOfAnswer = (type: string, status: number): number =>
  status === 400 && type.startsWith(JSON_TYPE) ? 200 : status;
