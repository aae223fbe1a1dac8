import { type JWTPayload, SignJWT } from 'jose';
import { v7 as uuidv7 } from 'uuid';
import { personas } from './personas.ts';
import type { ServiceAccount } from './service-accounts/service-account.ts';
import { TOKEN_ALGORITHM, TOKEN_AUDIENCE, TOKEN_ISSUER, type TokenKeys } from './token-keys.ts';

/** Whom a token is for. */
export interface TokenOptions {
  readonly persona: string;
  readonly user?: string | undefined;
  readonly client?: string | undefined;
  /** Area code prefix; the whole district by default. */
  readonly area?: string | undefined;
  readonly organization?: string | undefined;
  readonly department?: string | undefined;
  readonly person?: string | undefined;
  /** `jose` duration, eight hours by default. */
  readonly expiresIn?: string | undefined;
}

const DISTRICT = '330803';
const LIFE = '8h';

/** Signs a token for a persona with the hub's own keys; throws where the persona is unknown, naming those there are. */
export async function issueToken(keys: TokenKeys, options: TokenOptions): Promise<string> {
  const persona = personas[options.persona];
  if (!persona) throw new Error(`Expected a persona: ${Object.keys(personas).join(', ')}.`);
  const claims = {
    client: options.client ?? `${options.persona}-client`,
    persona: options.persona,
    organization: options.organization,
    department: options.department,
    person: options.person,
    areas: [options.area ?? DISTRICT],
    scope: persona.scopes.join(' '),
  };
  return sign(keys, options.user ?? `${options.persona}-user`, claims, options.expiresIn);
}

/** Signs a token for a system; what it may, its account says each time the token is used. */
export const issueServiceToken = (
  keys: TokenKeys,
  { client, subject }: Pick<ServiceAccount, 'client' | 'subject'>,
): Promise<string> => sign(keys, subject ?? client, { client }, LIFE);

const sign = (keys: TokenKeys, subject: string, claims: JWTPayload, life = LIFE): Promise<string> =>
  new SignJWT(claims)
    .setProtectedHeader({ alg: TOKEN_ALGORITHM, typ: 'at+jwt', kid: keys.publicJwk.kid as string })
    .setJti(uuidv7())
    .setSubject(subject)
    .setIssuer(TOKEN_ISSUER)
    .setAudience(TOKEN_AUDIENCE)
    .setIssuedAt()
    .setExpirationTime(life)
    .sign(keys.privateKey);
