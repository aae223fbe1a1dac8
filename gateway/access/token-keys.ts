import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type CryptoKey, exportJWK, generateKeyPair, importJWK, type JWK } from 'jose';
import { writeOnce } from '../../schema/kit/write-once.ts';

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
  const file = join(dataDirectory, 'keys', 'token.jwk.json');
  if (!existsSync(file)) {
    const { privateKey } = await generateKeyPair(TOKEN_ALGORITHM, { crv: 'Ed25519', extractable: true });
    const jwk = { ...(await exportJWK(privateKey)), alg: TOKEN_ALGORITHM, use: 'sig' };
    writeOnce(file, JSON.stringify(jwk), 0o600);
  }
  const { d, ...publicJwk } = JSON.parse(readFileSync(file, 'utf8')) as JWK & { d: string };
  return { privateKey: (await importJWK({ ...publicJwk, d }, TOKEN_ALGORITHM)) as CryptoKey, publicJwk };
}
