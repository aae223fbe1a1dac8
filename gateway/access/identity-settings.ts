import { z } from 'zod';
import type { ClaimNames } from './identity.ts';
import { TOKEN_AUDIENCE } from './token-keys.ts';

/** The algorithms that a provider's tokens may be signed with: asymmetric ones alone (RFC 8725, section 3.1). */
const ALGORITHMS = [
  'EdDSA',
  'Ed25519',
  'ES256',
  'ES384',
  'ES512',
  'PS256',
  'PS384',
  'PS512',
  'RS256',
  'RS384',
  'RS512',
];

/** The longest that any token may live, whatever HUB_TOKEN_SECONDS says. */
export const LONGEST_TOKEN_SECONDS = 604_800;

const list = (text: string) => text.split(/[\s,]+/).filter(Boolean);
const names = (...fallback: string[]) => z.string().min(1).default(fallback.join(',')).transform(list);
const address = z.url({ protocol: /^https?$/, error: 'expected a URL that starts with https://' });

/** The environment variables that say who is believed. */
export const identitySettings = {
  HUB_OIDC_ISSUER: address.optional(),
  HUB_JWKS_URL: address.optional(),
  HUB_TOKEN_ISSUER: z.string().min(1).optional(),
  HUB_TOKEN_AUDIENCE: z.string().min(1).default(TOKEN_AUDIENCE),
  HUB_TOKEN_ALGORITHMS: z
    .string()
    .default('EdDSA,Ed25519,ES256,PS256,RS256')
    .transform(list)
    .pipe(z.array(z.enum(ALGORITHMS, `expected some of ${ALGORITHMS.join(', ')}`)).min(1)),
  HUB_TOKEN_TYPE: z.enum(['any', 'at+jwt']).default('any'),
  HUB_TOKEN_SECONDS: z.coerce.number().int().min(60).max(LONGEST_TOKEN_SECONDS).default(86_400),
  HUB_OWN_TOKENS: z.enum(['0', '1']).optional(),
  HUB_CLAIM_USER: names('sub'),
  HUB_CLAIM_CLIENT: names('azp', 'client_id'),
  HUB_CLAIM_PERSONA: names('persona'),
  HUB_CLAIM_ORGANIZATION: names('organization'),
  HUB_CLAIM_DEPARTMENT: names('department'),
  HUB_CLAIM_PERSON: names('person'),
  HUB_CLAIM_AREAS: names('areas'),
  HUB_CLAIM_SCOPE: names('scope', 'scp'),
  HUB_TLS_CERT: z.string().min(1).optional(),
  HUB_TLS_KEY: z.string().min(1).optional(),
  HUB_TLS_CLIENT_CA: z.string().min(1).optional(),
};

type Settings = z.infer<z.ZodObject<typeof identitySettings>>;

/** An identity provider and what its tokens must be. */
export interface ProviderConfig {
  /** What `iss` must be; where there is no `jwksUrl`, also where the provider tells of itself (OpenID Connect Discovery). */
  readonly issuer: string;
  readonly jwksUrl: string | undefined;
  readonly audience: string;
  readonly algorithms: readonly string[];
  /** Whether `typ` must say that it is an access token (RFC 9068). */
  readonly strictType: boolean;
  /** How long a token may live. */
  readonly longestSeconds: number;
  readonly claims: ClaimNames;
}

/** The files of the door's own certificate and key, and of the authority that signs those of systems. */
export interface TlsFiles {
  readonly certificate: string;
  readonly key: string;
  readonly clientAuthority: string | undefined;
}

/** Who is believed. */
export interface IdentityConfig {
  readonly provider: ProviderConfig | undefined;
  /** Whether tokens of the hub's own keys are taken. */
  readonly ownTokens: boolean;
  readonly longestSeconds: number;
  readonly tls: TlsFiles | undefined;
}

/** What the settings say of who is believed. */
export function identityConfigOf(settings: Settings, production: boolean): IdentityConfig {
  const issuer = settings.HUB_OIDC_ISSUER ?? settings.HUB_TOKEN_ISSUER;
  const { HUB_TLS_CERT: certificate, HUB_TLS_KEY: key } = settings;
  return {
    provider: issuer === undefined ? undefined : providerOf(settings, issuer),
    ownTokens: ownTokensOf(settings, production),
    longestSeconds: settings.HUB_TOKEN_SECONDS,
    tls: certificate && key ? { certificate, key, clientAuthority: settings.HUB_TLS_CLIENT_CA } : undefined,
  };
}

/** Whether the hub signs tokens itself: for trying things out where nobody else does, and where it is told to. */
export const ownTokensOf = (
  { HUB_OWN_TOKENS: told, HUB_OIDC_ISSUER: issuer, HUB_JWKS_URL: keys }: Readonly<Record<string, unknown>>,
  production: boolean,
): boolean => (told === undefined ? !production && !issuer && !keys : told === '1');

const providerOf = (settings: Settings, issuer: string): ProviderConfig => ({
  issuer,
  jwksUrl: settings.HUB_JWKS_URL,
  audience: settings.HUB_TOKEN_AUDIENCE,
  algorithms: settings.HUB_TOKEN_ALGORITHMS,
  strictType: settings.HUB_TOKEN_TYPE === 'at+jwt',
  longestSeconds: settings.HUB_TOKEN_SECONDS,
  claims: {
    user: settings.HUB_CLAIM_USER,
    client: settings.HUB_CLAIM_CLIENT,
    persona: settings.HUB_CLAIM_PERSONA,
    organization: settings.HUB_CLAIM_ORGANIZATION,
    department: settings.HUB_CLAIM_DEPARTMENT,
    person: settings.HUB_CLAIM_PERSON,
    areas: settings.HUB_CLAIM_AREAS,
    scopes: settings.HUB_CLAIM_SCOPE,
  },
});
