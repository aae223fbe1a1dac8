import { Agent, request } from 'node:https';
import type { Certified } from '../../gateway/http/tests/certificates.ts';

/** What a request over HTTPS was answered so far. */
export interface SecureAnswer {
  readonly status: number | undefined;
  /** All that came; of a stream, until now. */
  text(): string;
  /** Resolves with all that came, once it is over. */
  readonly whole: Promise<string>;
}

/** Who asks: by certificate, by headers, or both. */
export interface SecureCaller {
  readonly certificate?: Certified | undefined;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Asks a hub by HTTPS on a connection of its own, which may be another worker's each time; resolves with the headers. */
export function askSecurely(
  url: string,
  authority: Certified,
  { certificate, headers }: SecureCaller,
  query?: string,
): Promise<SecureAnswer> {
  const { cert, key } = certificate ?? {};
  const agent = new Agent({ ca: authority.cert, cert, key, maxCachedSessions: 0 });
  const method = query === undefined ? 'GET' : 'POST';
  const type = { 'content-type': 'application/json' };
  return new Promise((found, failed) => {
    request(url, { method, agent, headers: { ...type, ...headers } }, (response) => {
      let text = '';
      response.on('data', (chunk: Buffer) => (text += chunk.toString()));
      const whole = new Promise<string>((done) => {
        response.once('close', () => {
          agent.destroy();
          done(text);
        });
      });
      found({ status: response.statusCode, text: () => text, whole });
    })
      .once('error', failed)
      .end(query === undefined ? undefined : JSON.stringify({ query }));
  });
}
