import { LRUCache } from 'lru-cache';
import type { ClientCertificate } from './client-certificate.ts';
import type { Credentials } from './credentials.ts';
import type { Identity } from './identity.ts';
import { identityOfCertificate, identityOfToken } from './identity-of.ts';
import type { TokenIssuer } from './issuers/token-issuer.ts';
import type { ReadStanding, Standing } from './standing/standing.ts';
import { certificateRefused, tokenRefused, Unauthenticated } from './unauthenticated.ts';
import { CLOCK_SKEW_SECONDS, type VerifiedToken, verifyToken } from './verify-token.ts';

/** Who asks, and until when that holds, in milliseconds since 1970. */
export interface Authenticated {
  readonly identity: Identity;
  readonly expiresAt: number;
}

/** Tells who shows these credentials; throws {@link Unauthenticated} or IdentityProviderUnavailable. */
export type Authenticate = (shown: Credentials) => Promise<Authenticated>;

/** Who is believed, and what is held against tokens that are otherwise good. */
export interface AuthenticateParts {
  readonly issuers: readonly TokenIssuer[];
  readonly standing: ReadStanding;
}

const VERIFIED_TOKENS = 10_000;
const BEARER = /^Bearer +([\w-]+\.[\w-]+\.[\w-]+)$/i;

/**
 * Authenticates by an access token, or a system by its client certificate where it shows no token. A signature is
 * verified once for each set of keys; expiry, revocation, certificate and account are looked at each time.
 */
export function createAuthenticate({ issuers, standing: readStanding }: AuthenticateParts): Authenticate {
  const verified = new LRUCache<string, VerifiedToken>({ max: VERIFIED_TOKENS });
  const verify = async (text: string): Promise<VerifiedToken> => {
    const known = verified.get(text);
    if (known && known.keySet === known.issuer.keySet()) return known;
    verified.delete(text);
    const token = await verifyToken(text, issuers);
    verified.set(text, token);
    return token;
  };
  return async ({ authorization, certificate }) => {
    const standing = await readStanding();
    if (certificate) checkCertificate(certificate, standing);
    if (authorization === undefined && certificate) {
      return asFarAsKnown(identityOfCertificate(certificate, standing), standing);
    }
    const text = BEARER.exec(authorization ?? '')?.[1];
    if (!text) throw new Unauthenticated('Expected the header `Authorization: Bearer <token>`.', 'a token');
    const token = await verify(text);
    if (token.expiresAt + CLOCK_SKEW_SECONDS * 1_000 <= Date.now()) throw tokenRefused('exp');
    if (token.boundTo !== null && token.boundTo !== certificate?.thumbprint) throw tokenRefused('cnf');
    const { id, issuedAt, claims } = token;
    const { user, client } = claims;
    if (standing.revocations.revokesToken({ id, issuedAt, user, client })) throw tokenRefused('revoked');
    return asFarAsKnown(identityOfToken(token, standing), standing);
  };
}

const asFarAsKnown = (believed: Authenticated, { isRemembered }: Standing): Authenticated =>
  isRemembered ? { ...believed, identity: { ...believed.identity, figuresAlone: true } } : believed;

/** A certificate that will not do is refused, whatever else comes with it. */
function checkCertificate({ isTrusted, thumbprint, validFrom, validTo }: ClientCertificate, standing: Standing): void {
  const now = Date.now();
  if (!isTrusted) throw certificateRefused('authority');
  if (now < validFrom || now >= validTo) throw certificateRefused('validity');
  if (standing.revocations.revokesCertificate(thumbprint)) throw certificateRefused('revoked');
}
