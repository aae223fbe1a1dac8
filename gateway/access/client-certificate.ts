import type { X509Certificate } from 'node:crypto';
import { createHash } from 'node:crypto';
import type { Socket } from 'node:net';
import { TLSSocket } from 'node:tls';

/** The certificate that a client showed on its connection. Times are in milliseconds since 1970. */
export interface ClientCertificate {
  /** Whether the authority that the door trusts signed it. */
  readonly isTrusted: boolean;
  /** SHA-256 over it, in base64url (RFC 8705, `x5t#S256`). */
  readonly thumbprint: string;
  /** Its subject (`CN=…,O=…`, most particular first) and each of its alternative names (`DNS:…`, `URI:…`). */
  readonly names: readonly string[];
  readonly validFrom: number;
  readonly validTo: number;
}

// A connection carries many requests.
const read = new WeakMap<TLSSocket, ClientCertificate | null>();

/** The certificate of a connection; null where none was shown. */
export function certificateOf(socket: Socket): ClientCertificate | null {
  if (!(socket instanceof TLSSocket)) return null;
  let certificate = read.get(socket);
  if (certificate === undefined) {
    const shown = socket.getPeerX509Certificate();
    certificate = shown ? describeCertificate(shown, socket.authorized) : null;
    read.set(socket, certificate);
  }
  return certificate;
}

/** What is looked at of a certificate. */
export const describeCertificate = (certificate: X509Certificate, isTrusted: boolean): ClientCertificate => ({
  isTrusted,
  thumbprint: createHash('sha256').update(certificate.raw).digest('base64url'),
  names: [subjectOf(certificate), ...alternativeNames(certificate.subjectAltName)],
  validFrom: Date.parse(certificate.validFrom),
  validTo: Date.parse(certificate.validTo),
});

/** One line (RFC 4514 begins with what is most particular); a comma inside a part stays escaped. */
const subjectOf = ({ subject }: X509Certificate): string =>
  subject
    .split('\n')
    .map((part) => part.replaceAll(/(?<!\\)[,+]/g, '\\$&'))
    .reverse()
    .join(',');

/** Node quotes names that hold a comma, so that none can pass for two. */
const alternativeNames = (text = ''): string[] =>
  text.match(/(?:[^,"]|"(?:[^"\\]|\\.)*")+/g)?.map((name) => name.trim()) ?? [];
