import { createLocalJWKSet, type JWTVerifyGetKey, jwtVerify } from 'jose';
import { LRUCache } from 'lru-cache';
import { type Identity, identityClaims } from './identity.ts';
import { TOKEN_ALGORITHM, TOKEN_AUDIENCE, TOKEN_ISSUER, type TokenKeys } from './token-keys.ts';

/** A request whose caller is not known; the message says what was expected, never what came. */
export class Unauthenticated extends Error {
  readonly code = 'UNAUTHENTICATED';
}

/** Tells who a request's `Authorization` header speaks of; throws {@link Unauthenticated}. */
export type Authenticate = (authorization: string | undefined) => Promise<Identity>;

const VERIFIED_TOKENS = 10_000;
const CLOCK_SKEW_SECONDS = 5;

/** Authenticates by tokens that the hub's own key pair signed (RFC 8725: algorithm, issuer and audience are pinned). */
export function createAuthenticate({ publicJwk }: Pick<TokenKeys, 'publicJwk'>): Authenticate {
  const keys: JWTVerifyGetKey = createLocalJWKSet({ keys: [publicJwk] });
  // A signature is verified once; the expiry is looked at each time.
  const verified = new LRUCache<string, { identity: Identity; expiresAt: number }>({ max: VERIFIED_TOKENS });
  return async (authorization) => {
    const token = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/.exec(authorization ?? '')?.[1];
    if (!token) throw new Unauthenticated('Expected the header `Authorization: Bearer <token>`.');
    let known = verified.get(token);
    if (!known) {
      known = await verify(token, keys);
      verified.set(token, known);
    }
    if (known.expiresAt + CLOCK_SKEW_SECONDS * 1_000 <= Date.now()) throw expected();
    return known.identity;
  };
}

async function verify(token: string, keys: JWTVerifyGetKey): Promise<{ identity: Identity; expiresAt: number }> {
  try {
    const { payload } = await jwtVerify(token, keys, {
      algorithms: [TOKEN_ALGORITHM],
      issuer: TOKEN_ISSUER,
      audience: TOKEN_AUDIENCE,
      clockTolerance: CLOCK_SKEW_SECONDS,
      requiredClaims: ['exp', 'sub'],
    });
    return { identity: identityClaims.parse(payload), expiresAt: (payload.exp ?? 0) * 1_000 };
  } catch {
    throw expected();
  }
}

const expected = () => new Unauthenticated('Expected a token of this hub that is signed, complete and not expired.');
