import type { ServerOptions } from 'node:http';
import { z } from 'zod';

const seconds = (fallback: number) => z.coerce.number().min(0.1).max(3_600).default(fallback);

/** The environment variables that set how long the door waits for whom. */
export const patienceSettings = {
  HUB_HEADERS_SECONDS: seconds(10),
  HUB_REQUEST_SECONDS: seconds(30),
  HUB_KEEP_ALIVE_SECONDS: seconds(65),
  HUB_CONNECTIONS: z.coerce.number().int().min(1).default(10_000),
};

/** How long the door waits for a client, and for how many at once; in milliseconds. */
export interface Patience {
  /** For all headers of a request. */
  readonly headers: number;
  /** For a whole request. */
  readonly request: number;
  /** For the next request on a connection. */
  readonly keepAlive: number;
  readonly connections: number;
}

/** The patience that settings ask for. */
export const patienceOf = (settings: z.infer<z.ZodObject<typeof patienceSettings>>): Patience => ({
  headers: settings.HUB_HEADERS_SECONDS * 1_000,
  request: settings.HUB_REQUEST_SECONDS * 1_000,
  keepAlive: settings.HUB_KEEP_ALIVE_SECONDS * 1_000,
  connections: settings.HUB_CONNECTIONS,
});

const MOST_HEADER_BYTES = 16 * 1_024;

/** What Node's server is told, so that no client can hold a connection by sending slowly. */
export const serverOptions = ({ headers, request, keepAlive }: Patience): ServerOptions => ({
  headersTimeout: Math.min(headers, request),
  requestTimeout: request,
  keepAliveTimeout: keepAlive,
  // Node looks for late requests this often.
  connectionsCheckingInterval: Math.max(100, Math.min(headers / 4, 5_000)),
  maxHeaderSize: MOST_HEADER_BYTES,
});
