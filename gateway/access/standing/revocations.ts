/** What is revoked: one token by its `jti`, one certificate by its thumbprint, or whatever was issued before a time. */
export type RevocationKind = 'TOKEN' | 'CERTIFICATE' | 'USER' | 'CLIENT' | 'ALL';

/** One entry of the revocation list; times as RFC 3339. */
export interface Revocation {
  readonly kind: RevocationKind;
  /** Which token, certificate, user or client; empty for all. */
  readonly value: string;
  /** Tokens that were issued then or earlier are refused. */
  readonly issuedBefore: string;
  /** When nothing that it concerns can be valid any more. */
  readonly expiresAt: string;
}

/** A token as far as a revocation can concern it. */
export interface Revocable {
  readonly id: string | null;
  readonly user: string;
  readonly client: string;
  /** In milliseconds since 1970. */
  readonly issuedAt: number;
}

/** The revocation list, ready to be looked at for each request. */
export interface Revocations {
  revokesToken(token: Revocable): boolean;
  revokesCertificate(thumbprint: string): boolean;
}

/** Orders the entries of a list. */
export function revocationsOf(entries: readonly Revocation[]): Revocations {
  const named: Record<RevocationKind, Map<string, number>> = {
    TOKEN: new Map(),
    CERTIFICATE: new Map(),
    USER: new Map(),
    CLIENT: new Map(),
    ALL: new Map(),
  };
  for (const { kind, value, issuedBefore } of entries) {
    const before = named[kind].get(value) ?? Number.NEGATIVE_INFINITY;
    named[kind].set(value, Math.max(before, Date.parse(issuedBefore)));
  }
  const isBefore = (kind: RevocationKind, value: string, issuedAt: number) =>
    issuedAt <= (named[kind].get(value) ?? Number.NEGATIVE_INFINITY);
  return {
    revokesToken: ({ id, user, client, issuedAt }) =>
      (id !== null && named.TOKEN.has(id)) ||
      isBefore('USER', user, issuedAt) ||
      isBefore('CLIENT', client, issuedAt) ||
      isBefore('ALL', '', issuedAt),
    revokesCertificate: (thumbprint) => named.CERTIFICATE.has(thumbprint),
  };
}
