import { createRemoteJWKSet, customFetch, errors, type JWTVerifyGetKey } from 'jose';
import { discoverKeys, limitedText, PROVIDER_MS } from './discover.ts';
import { IdentityProviderUnavailable, type TokenIssuer } from './token-issuer.ts';

/** How often a provider is asked, whatever clients send. */
export interface ProviderPatience {
  /** Between two questions for a key that is not known. */
  readonly cooldownMs: number;
  /** Between two looks whether keys were taken away. */
  readonly refreshMs: number;
}

const PATIENCE: ProviderPatience = { cooldownMs: 3_000, refreshMs: 60_000 };

/**
 * The keys of a provider, fetched when the first token comes and again for a key that is not known: a new one is taken
 * within seconds. While the provider does not answer, the keys it told last go on.
 */
export function providerKeys(
  { issuer, jwksUrl }: { readonly issuer: string; readonly jwksUrl?: string | undefined },
  onFault: (fault: unknown) => void,
  { cooldownMs, refreshMs }: ProviderPatience = PATIENCE,
): Pick<TokenIssuer, 'findKey' | 'keySet'> {
  let keys: ReturnType<typeof createRemoteJWKSet> | undefined;
  let told = '';
  let askedAt = Number.NEGATIVE_INFINITY;
  let isAnswering = false;
  let asking: Promise<void> | undefined;

  const fetchKeys = async () => {
    // A provider that did not answer may have moved its keys. Their age is looked at here: a set that cannot be fetched
    // anew must not make known keys unknown.
    const asked =
      keys && isAnswering
        ? keys
        : createRemoteJWKSet(jwksUrl === undefined ? await discoverKeys(issuer) : new URL(jwksUrl), {
            cacheMaxAge: Number.POSITIVE_INFINITY,
            cooldownDuration: Number.POSITIVE_INFINITY,
            timeoutDuration: PROVIDER_MS,
            [customFetch]: async (url, init) => {
              const response = await fetch(url, init);
              return new Response(await limitedText(response), { status: response.status });
            },
          });
    await asked.reload();
    keys = asked;
    told = JSON.stringify(keys.jwks());
  };
  const ask = (): Promise<void> => {
    askedAt = performance.now();
    asking ??= fetchKeys()
      .then(
        () => void (isAnswering = true),
        (fault: unknown) => {
          isAnswering = false;
          onFault(fault);
        },
      )
      .finally(() => (asking = undefined));
    return asking;
  };
  const sinceAsked = () => performance.now() - askedAt;

  const findKey: JWTVerifyGetKey = async (header, token) => {
    if (!told && (asking || sinceAsked() >= cooldownMs)) await ask();
    if (!told || !keys) throw new IdentityProviderUnavailable();
    try {
      return await keys(header, token);
    } catch (fault) {
      if (!(fault instanceof errors.JWKSNoMatchingKey)) throw fault;
      if (asking || sinceAsked() >= cooldownMs) await ask();
      if (!isAnswering) throw new IdentityProviderUnavailable();
      return keys(header, token);
    }
  };
  return {
    findKey,
    keySet() {
      if (told && sinceAsked() >= refreshMs) void ask();
      return told;
    },
  };
}
