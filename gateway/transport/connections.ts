import { type Dispatcher, Pool } from 'undici';
import type { TransportLimits } from './limits.ts';

const KEEP_ALIVE_MS = 30_000;
/** An HTTP/2 header that is longer does not fit the one frame that it is sent in. */
const LONGEST_HTTP2_HEADERS = 48_000;

/** A department gives a sign of life every fifteen seconds: three that are missing tell that nobody is there. */
const LONGEST_SILENCE_MS = 45_000;

/** The connections to one department, kept open between fetches. */
export interface Connections {
  /** Sends one POST; resolves once the headers of its answer are there. */
  post(headers: Readonly<Record<string, string>>, body: string, signal: AbortSignal): Promise<Dispatcher.ResponseData>;
  /** Sends one POST that is answered for as long as both sides like; each has a connection of its own. */
  listen(
    headers: Readonly<Record<string, string>>,
    body: string,
    signal: AbortSignal,
  ): Promise<Dispatcher.ResponseData>;
  /** Ends when what is under way has ended; who listens is cut off. */
  close(): Promise<void>;
}

/** What is out of the ordinary about a department's connections. */
export interface ConnectionOptions {
  /** The authority that signed its certificate, where that is one of its own. */
  readonly ca?: string | Buffer | undefined;
  /** How long whoever listens waits for a sign of life. */
  readonly longestSilenceMs?: number | undefined;
}

/** Connects to a department when there is something to send, by HTTP/2 where it offers that and the headers allow it. */
export function connectionsTo(
  url: string,
  { concurrency, fetchDeadlineMs }: TransportLimits,
  { ca, longestSilenceMs = LONGEST_SILENCE_MS }: ConnectionOptions = {},
): Connections {
  const { origin, pathname, search } = new URL(url);
  const path = `${pathname}${search}`;
  const pool = (allowH2: boolean, connections: number | null, bodyTimeout: number) =>
    new Pool(origin, {
      connections,
      keepAliveTimeout: KEEP_ALIVE_MS,
      // The signal of each fetch ends it; clocks of the pool's own would only blur why.
      headersTimeout: 0,
      bodyTimeout,
      allowH2,
      connect: { timeout: fetchDeadlineMs, ...(ca !== undefined && { ca }) },
    });
  const any = pool(true, concurrency, 0);
  const http1 = pool(false, concurrency, 0);
  // Those who listen would take the places of those who ask.
  const listening = pool(false, null, longestSilenceMs);
  return {
    post(headers, body, signal) {
      const length = Object.values(headers).reduce((sum, value) => sum + value.length, 0);
      const way = length > LONGEST_HTTP2_HEADERS ? http1 : any;
      return way.request({ method: 'POST', path, headers, body, signal });
    },
    listen: (headers, body, signal) => listening.request({ method: 'POST', path, headers, body, signal }),
    async close() {
      await Promise.all([any.close(), http1.close(), listening.destroy()]);
    },
  };
}
