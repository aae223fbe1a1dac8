import { SignJWT } from 'jose';
import { personas } from './personas.ts';
import { TOKEN_ALGORITHM, TOKEN_AUDIENCE, TOKEN_ISSUER, type TokenKeys } from './token-keys.ts';

/** Whom a token is for. */
export interface TokenOptions {
  readonly persona: string;
  readonly user?: string | undefined;
  /** Area code prefix; the whole district by default. */
  readonly area?: string | undefined;
  readonly organization?: string | undefined;
  readonly department?: string | undefined;
  readonly person?: string | undefined;
  /** `jose` duration, eight hours by default. */
  readonly expiresIn?: string | undefined;
}

const DISTRICT = '330803';

/** Signs a token for a persona with the hub's own keys; throws where the persona is unknown, naming those there are. */
export async function issueToken(keys: TokenKeys, options: TokenOptions): Promise<string> {
  const persona = personas[options.persona];
  if (!persona) throw new Error(`Expected a persona: ${Object.keys(personas).join(', ')}.`);
  return new SignJWT({
    client: `${options.persona}-client`,
    persona: options.persona,
    organization: options.organization,
    department: options.department,
    person: options.person,
    areas: [options.area ?? DISTRICT],
    scope: persona.scopes.join(' '),
  })
    .setProtectedHeader({ alg: TOKEN_ALGORITHM })
    .setSubject(options.user ?? `${options.persona}-user`)
    .setIssuer(TOKEN_ISSUER)
    .setAudience(TOKEN_AUDIENCE)
    .setIssuedAt()
    .setExpirationTime(options.expiresIn ?? '8h')
    .sign(keys.privateKey);
}
