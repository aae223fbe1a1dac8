import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type CryptoKey, exportJWK, generateKeyPair, importJWK, type JWK } from 'jose';
import { writeOnce } from './write-once.ts';

export const VIEWER_ALGORITHM = 'EdDSA';

const PAIR = 'viewer.jwk.json';
const PUBLIC_HALF = 'viewer.public.jwk.json';

/** Opens the key that signs viewers, made with its public half on first use and readable by its owner alone. */
export async function openViewerSigningKey(dataDirectory: string): Promise<CryptoKey> {
  return importKey(await openPair(dataDirectory));
}

/**
 * Opens the key that verifies viewers. A department on a machine of its own needs nothing but the public half,
 * `keys/viewer.public.jwk.json`, copied from the hub's data directory; beside the hub, the pair is made on first use.
 */
export async function openViewerVerifyingKey(dataDirectory: string): Promise<CryptoKey> {
  const file = join(dataDirectory, 'keys', PUBLIC_HALF);
  return importKey(existsSync(file) ? readKey(file) : publicHalf(await openPair(dataDirectory)));
}

async function openPair(dataDirectory: string): Promise<JWK> {
  const folder = join(dataDirectory, 'keys');
  const file = join(folder, PAIR);
  if (!existsSync(file)) {
    const { privateKey } = await generateKeyPair(VIEWER_ALGORITHM, { crv: 'Ed25519', extractable: true });
    const jwk = { ...(await exportJWK(privateKey)), alg: VIEWER_ALGORITHM, use: 'sig' };
    writeOnce(file, JSON.stringify(jwk), 0o600);
  }
  const pair = readKey(file);
  const publicFile = join(folder, PUBLIC_HALF);
  if (!existsSync(publicFile)) writeOnce(publicFile, JSON.stringify(publicHalf(pair)), 0o644);
  return pair;
}

const readKey = (file: string): JWK => JSON.parse(readFileSync(file, 'utf8')) as JWK;

const publicHalf = ({ d: _secret, ...rest }: JWK): JWK => rest;

const importKey = async (key: JWK): Promise<CryptoKey> => (await importJWK(key, VIEWER_ALGORITHM)) as CryptoKey;
