import type { ProviderConfig } from '../identity-settings.ts';
import { providerKeys } from './provider-keys.ts';
import type { TokenIssuer } from './token-issuer.ts';

/** An identity provider as the issuer of tokens; it is not asked before the first of them comes. */
export function providerIssuer(config: ProviderConfig, onFault: (fault: unknown) => void): TokenIssuer {
  const { issuer, audience, algorithms, strictType, longestSeconds, claims } = config;
  return {
    issuer,
    audience,
    algorithms,
    strictType,
    longestSeconds,
    claims,
    isTrial: false,
    ...providerKeys(config, onFault),
  };
}
