import type { ServerResponse } from 'node:http';
import { JSON_TYPE, type MediaType, mediaTypeFor } from './media-type.ts';
import type { Refusal } from './refusal.ts';

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
  const type = mediaTypeFor(accept) ?? JSON_TYPE;
  const { message, locations, extensions, headers } = refusal;
  const body = JSON.stringify({ errors: [{ message, locations, extensions }] });
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

/** `application/json` answers every GraphQL request with 200, right or wrong (GraphQL over HTTP, “application/json”). */
const statusIn = (type: MediaType, { status, isRequestError }: Refusal) =>
  isRequestError && type === JSON_TYPE ? 200 : status;

/** Sends what the pipeline answered a well-formed request. */
export function sendAnswer(
  response: ServerResponse,
  type: MediaType,
  { status, body }: { readonly status: number; readonly body: string },
  headers: Readonly<Record<string, string>>,
): void {
  const told = status === 400 && type === JSON_TYPE ? 200 : status;
  send(response, told, `${type}; charset=utf-8`, body, headers);
}
