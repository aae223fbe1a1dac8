import type { IncomingMessage } from 'node:http';
import { type ClientCertificate, certificateOf } from './client-certificate.ts';
import { Unauthenticated } from './unauthenticated.ts';

/** What a request shows of its caller. */
export interface Credentials {
  /** The `Authorization` header. */
  readonly authorization: string | undefined;
  readonly certificate: ClientCertificate | null;
}

/** Reads what a request shows; throws {@link Unauthenticated} where it shows two tokens. */
export function credentialsOf({ headers, rawHeaders, socket }: IncomingMessage): Credentials {
  // Of two headers Node tells the first; whoever stands before the hub may have looked at the other.
  let tokens = 0;
  for (let index = 0; index < rawHeaders.length; index += 2) {
    const name = rawHeaders[index] as string;
    if (name.length === 13 && name.toLowerCase() === 'authorization') tokens += 1;
  }
  if (tokens > 1) throw new Unauthenticated('Expected one `Authorization` header.', 'one token');
  return { authorization: headers.authorization, certificate: certificateOf(socket) };
}
