import { type Authenticate, createAuthenticate } from '../access/authenticate.ts';
import type { IdentityConfig } from '../access/identity-settings.ts';
import { ownIssuer } from '../access/issuers/own-issuer.ts';
import { providerIssuer } from '../access/issuers/provider-issuer.ts';
import type { ReadStanding } from '../access/standing/standing.ts';
import { openTokenRing } from '../access/token-keys.ts';

/** How the door knows who asks. */
export interface Access {
  readonly authenticate: Authenticate;
  /** The public keys of the hub's own tokens, as a JWKS; not there where it signs none. */
  readonly publicKeys: (() => string) | undefined;
}

/** Puts together whose tokens and certificates are believed. */
export function setUpAccess(
  standing: ReadStanding,
  dataDirectory: string,
  { provider, ownTokens, longestSeconds }: IdentityConfig,
  { production, onFault }: { readonly production: boolean; readonly onFault: (fault: unknown) => void },
): Access {
  const ring = ownTokens ? openTokenRing(dataDirectory) : undefined;
  const issuers = [
    ...(ring ? [ownIssuer(ring, { longestSeconds, isTrial: !production })] : []),
    ...(provider ? [providerIssuer(provider, onFault)] : []),
  ];
  return {
    authenticate: createAuthenticate({ issuers, standing }),
    publicKeys: ring && (() => JSON.stringify({ keys: ring.all.map(({ publicJwk }) => publicJwk) })),
  };
}
