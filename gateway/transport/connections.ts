import { type Dispatcher, Pool } from 'undici';
import type { TransportLimits } from './limits.ts';

const KEEP_ALIVE_MS = 30_000;
/** An HTTP/2 header that is longer does not fit the one frame that it is sent in. */
const LONGEST_HTTP2_HEADERS = 48_000;

/** The connections to one department, kept open between fetches. */
export interface Connections {
  /** Sends one POST; resolves once the headers of its answer are there. */
  post(headers: Readonly<Record<string, string>>, body: string, signal: AbortSignal): Promise<Dispatcher.ResponseData>;
  /** Ends when what is under way has ended. */
  close(): Promise<void>;
}

/** Connects to a department when there is something to send, by HTTP/2 where it offers that and the headers allow it. */
export function connectionsTo(
  url: string,
  { concurrency, fetchDeadlineMs }: TransportLimits,
  tls: { readonly ca?: string | Buffer } = {},
): Connections {
  const { origin, pathname, search } = new URL(url);
  const pool = (allowH2: boolean) =>
    new Pool(origin, {
      connections: concurrency,
      keepAliveTimeout: KEEP_ALIVE_MS,
      // The signal of each fetch ends it; clocks of the pool's own would only blur why.
      headersTimeout: 0,
      bodyTimeout: 0,
      allowH2,
      connect: { timeout: fetchDeadlineMs, ...tls },
    });
  const any = pool(true);
  const http1 = pool(false);
  return {
    post(headers, body, signal) {
      const length = Object.values(headers).reduce((sum, value) => sum + value.length, 0);
      const way = length > LONGEST_HTTP2_HEADERS ? http1 : any;
      return way.request({ method: 'POST', path: `${pathname}${search}`, headers, body, signal });
    },
    async close() {
      await Promise.all([any.close(), http1.close()]);
    },
  };
}
