import type { JWTVerifyGetKey } from 'jose';
import type { ClaimNames } from '../identity.ts';

/** Somebody whose tokens are believed, and what they must be. */
export interface TokenIssuer {
  /** What `iss` is. */
  readonly issuer: string;
  readonly audience: string;
  readonly algorithms: readonly string[];
  /** Whether `typ` must say that it is an access token (RFC 9068); otherwise it must not say that it is something else. */
  readonly strictType: boolean;
  readonly longestSeconds: number;
  readonly claims: ClaimNames;
  /** Whether its tokens are for trying things out: a person may then pass for a system. */
  readonly isTrial: boolean;
  /** Finds the key of a token; throws IdentityProviderUnavailable where it may be one that cannot be fetched now. */
  readonly findKey: JWTVerifyGetKey;
  /** Another value each time the keys change: what an earlier one verified is verified anew. */
  readonly keySet: () => unknown;
}

/** The provider cannot be asked for a key that is not known here. Tokens of known keys are verified all the same. */
export class IdentityProviderUnavailable extends Error {
  readonly code = 'IDENTITY_PROVIDER_UNAVAILABLE';

  constructor() {
    super('The identity provider does not tell its keys. Try again later.');
  }
}
