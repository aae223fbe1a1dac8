import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type CryptoKey, exportJWK, generateKeyPair, importJWK, type JWK } from 'jose';

/** The hub's own key pair for tokens, where no identity provider is configured. */
export interface TokenKeys {
  readonly privateKey: CryptoKey;
  readonly publicJwk: JWK;
}

export const TOKEN_ALGORITHM = 'EdDSA';
export const TOKEN_ISSUER = 'county-governance-hub';
export const TOKEN_AUDIENCE = 'county-governance-hub';

/** Opens the key pair of this data directory, made on first use; the private half is readable by its owner alone. */
export async function openTokenKeys(dataDirectory: string): Promise<TokenKeys> {
  const folder = join(dataDirectory, 'keys');
  const file = join(folder, 'token.jwk.json');
  if (!existsSync(file)) {
    const { privateKey } = await generateKeyPair(TOKEN_ALGORITHM, { crv: 'Ed25519', extractable: true });
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const jwk = { ...(await exportJWK(privateKey)), alg: TOKEN_ALGORITHM, use: 'sig' };
    try {
      writeFileSync(file, JSON.stringify(jwk), { mode: 0o600, flag: 'wx' });
    } catch (error) {
      // Another process of this hub made the pair meanwhile: that one counts.
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  }
  const { d, ...publicJwk } = JSON.parse(readFileSync(file, 'utf8')) as JWK & { d: string };
  return { privateKey: (await importJWK({ ...publicJwk, d }, TOKEN_ALGORITHM)) as CryptoKey, publicJwk };
}
