import {
  decodeJwt,
  decodeProtectedHeader,
  errors,
  type JWTPayload,
  jwtVerify,
  type ProtectedHeaderParameters,
} from 'jose';
import { z } from 'zod';
import { type Claims, readClaims } from './identity.ts';
import { IdentityProviderUnavailable, type TokenIssuer } from './issuers/token-issuer.ts';
import { tokenRefused, Unauthenticated } from './unauthenticated.ts';

/** What a token says, once it is known that its issuer said so. Times are in milliseconds since 1970. */
export interface VerifiedToken {
  readonly issuer: TokenIssuer;
  /** The keys that it was verified with. */
  readonly keySet: unknown;
  readonly claims: Claims;
  readonly id: string | null;
  /** 0 where it does not say. */
  readonly issuedAt: number;
  readonly expiresAt: number;
  /** Thumbprint of the certificate that must come with it (RFC 8705, section 3.1). */
  readonly boundTo: string | null;
}

/** How far two clocks may differ. */
export const CLOCK_SKEW_SECONDS = 5;

/** Headers by which a token would bring its own key along, or change what a signature means (RFC 8725, section 3.10). */
const FOREIGN_HEADERS = ['crit', 'jku', 'jwk', 'x5u', 'x5c', 'b64'];
/** Claims that an ID token or a logout token has, and an access token has not (OpenID Connect Core, section 2). */
const FOREIGN_CLAIMS = ['nonce', 'at_hash', 'c_hash', 's_hash', 'events'];

const proofs = z.object({
  jti: z.string().min(1).optional(),
  // Whatever else a token is bound to cannot be looked at here.
  cnf: z.strictObject({ 'x5t#S256': z.string().min(1) }).optional(),
});

/**
 * Verifies a token by the issuer that it names (RFC 8725, RFC 9068): algorithm, key, issuer, audience, type, times, then
 * what it says. Throws {@link Unauthenticated}, alike for every fault of the token, or IdentityProviderUnavailable.
 */
export async function verifyToken(token: string, issuers: readonly TokenIssuer[]): Promise<VerifiedToken> {
  try {
    const named = decodeJwt(token).iss;
    const issuer = issuers.find((known) => known.issuer === named);
    if (!issuer) throw tokenRefused('iss');
    return await verifyBy(issuer, token);
  } catch (fault) {
    const isTold = fault instanceof IdentityProviderUnavailable || fault instanceof Unauthenticated;
    throw isTold ? fault : tokenRefused(ruleOf(fault));
  }
}

/** The rule that a token broke; never a value of it. */
function ruleOf(fault: unknown): string {
  if (fault instanceof errors.JWTClaimValidationFailed || fault instanceof errors.JWTExpired) return fault.claim;
  if (fault instanceof z.ZodError) return [...new Set(fault.issues.map(({ path }) => String(path[0])))].join(', ');
  return fault instanceof errors.JOSEError ? fault.code : 'form';
}

async function verifyBy(issuer: TokenIssuer, token: string): Promise<VerifiedToken> {
  checkHeader(decodeProtectedHeader(token), issuer);
  const keySet = issuer.keySet();
  const { payload } = await jwtVerify(token, issuer.findKey, {
    algorithms: [...issuer.algorithms],
    issuer: issuer.issuer,
    audience: issuer.audience,
    clockTolerance: CLOCK_SKEW_SECONDS,
    requiredClaims: ['exp', 'sub'],
  });
  checkKind(payload);
  const { exp = 0, iat } = payload;
  const { jti, cnf } = proofs.parse(payload);
  checkLife({ exp, iat }, issuer.longestSeconds);
  return {
    issuer,
    keySet,
    claims: readClaims(payload, issuer.claims),
    id: jti ?? null,
    issuedAt: (iat ?? 0) * 1_000,
    expiresAt: exp * 1_000,
    boundTo: cnf?.['x5t#S256'] ?? null,
  };
}

function checkHeader(header: ProtectedHeaderParameters, { strictType }: TokenIssuer): void {
  if (FOREIGN_HEADERS.some((name) => name in header)) throw tokenRefused('header');
  const type = typeof header.typ === 'string' ? header.typ.toLowerCase().replace(/^application\//, '') : header.typ;
  if (type !== 'at+jwt' && (strictType || (type !== undefined && type !== 'jwt'))) throw tokenRefused('typ');
}

/** Refuses what was issued for something else than access, as far as that can be told. */
function checkKind(payload: JWTPayload): void {
  if (FOREIGN_CLAIMS.some((name) => name in payload)) throw tokenRefused('kind');
  const { typ, token_use: use } = payload;
  if (typ !== undefined && !(typeof typ === 'string' && /^(bearer|at\+jwt)$/i.test(typ))) throw tokenRefused('kind');
  if (use !== undefined && use !== 'access') throw tokenRefused('kind');
}

function checkLife({ exp, iat }: { exp: number; iat: number | undefined }, longestSeconds: number): void {
  const now = Date.now() / 1_000;
  if (iat !== undefined && iat > now + CLOCK_SKEW_SECONDS) throw tokenRefused('iat');
  if (exp - (iat ?? now) > longestSeconds + CLOCK_SKEW_SECONDS) throw tokenRefused('life');
}
