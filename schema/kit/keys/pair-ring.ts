import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { JWK } from 'jose';
import { writeOnce } from '../write-once.ts';
import { keysDirectory } from './config.ts';
import { keyFile, keyOrdinals, readSecretFile } from './key-files.ts';
import { KeyRefused } from './key-refused.ts';
import { KeyRing, type NamedKey } from './key-ring.ts';

/** The public half of an Ed25519 pair; the id is its RFC 7638 thumbprint, fit for `kid`. */
export interface PublicKey extends NamedKey {
  readonly publicKey: KeyObject;
  /** With `kid`, `alg` and `use`, as a JWKS tells it. */
  readonly publicJwk: JWK;
}

/** An Ed25519 pair. */
export interface PairKey extends PublicKey {
  readonly privateKey: KeyObject;
}

/** Opens the pairs of a use; the first is made where there is none. Their public halves lie beside them. */
export function openPairRing(dataDirectory: string, use: string): KeyRing<PairKey> {
  const directory = keysDirectory(dataDirectory);
  return new KeyRing(directory, () => {
    const ordinals = keyOrdinals(directory, use, 'jwk.json');
    if (ordinals.length === 0) addPair(directory, use, 1);
    return (ordinals.length === 0 ? [1] : ordinals).map((ordinal) => {
      const pair = readPair(keyFile(directory, use, ordinal, 'jwk.json'));
      tellPublicHalf(directory, use, ordinal, pair);
      return pair;
    });
  });
}

/**
 * Opens the public halves of a use: those that were copied here from where the pairs are, else those of the pairs
 * themselves, the first of which is made where there is none.
 */
export function openPublicRing(dataDirectory: string, use: string): KeyRing<PublicKey> {
  const directory = keysDirectory(dataDirectory);
  const pairs = openPairRing(dataDirectory, use);
  return new KeyRing<PublicKey>(directory, () => {
    const isOwn = keyOrdinals(directory, use, 'jwk.json').length > 0;
    const ordinals = keyOrdinals(directory, use, 'public.jwk.json');
    if (isOwn || ordinals.length === 0) {
      pairs.look();
      return [...pairs.all];
    }
    return ordinals.map((ordinal) => readPublicKey(keyFile(directory, use, ordinal, 'public.jwk.json')));
  });
}

/** Writes a new pair and its public half unless there is one of this ordinal. */
export function addPair(directory: string, use: string, ordinal: number): void {
  const { privateKey } = generateKeyPairSync('ed25519');
  const jwk = { ...privateKey.export({ format: 'jwk' }), alg: 'EdDSA', use: 'sig' };
  writeOnce(keyFile(directory, use, ordinal, 'jwk.json'), JSON.stringify(jwk), 0o600);
  tellPublicHalf(directory, use, ordinal, readPair(keyFile(directory, use, ordinal, 'jwk.json')));
}

/** The pair of a file. */
export function readPair(file: string): PairKey {
  const { d, ...half } = parseKey(file, readSecretFile(file));
  if (d === undefined) throw invalid(file);
  const privateKey = importKey(file, () => createPrivateKey({ key: { ...half, d }, format: 'jwk' }));
  return { ...publicKeyOf(file, half), privateKey };
}

/** The public half of a file. */
export const readPublicKey = (file: string): PublicKey => publicKeyOf(file, parseKey(file, readFileSync(file)));

/** The public half that a JWK holds; the file is named where it holds none. */
export function publicKeyOf(file: string, { kty, crv, x }: JWK): PublicKey {
  if (kty !== 'OKP' || crv !== 'Ed25519' || x === undefined) throw invalid(file);
  const publicKey = importKey(file, () => createPublicKey({ key: { kty, crv, x }, format: 'jwk' }));
  const id = createHash('sha256').update(JSON.stringify({ crv, kty, x })).digest('base64url');
  return { id, publicKey, publicJwk: { kty, crv, x, alg: 'EdDSA', use: 'sig', kid: id } };
}

function tellPublicHalf(directory: string, use: string, ordinal: number, { publicJwk }: PublicKey): void {
  const file = keyFile(directory, use, ordinal, 'public.jwk.json');
  if (!existsSync(file)) writeOnce(file, JSON.stringify(publicJwk), 0o644);
}

function parseKey(file: string, content: Buffer): JWK {
  try {
    return JSON.parse(content.toString('utf8')) as JWK;
  } catch {
    throw invalid(file);
  }
}

function importKey(file: string, make: () => KeyObject): KeyObject {
  try {
    return make();
  } catch {
    throw invalid(file);
  }
}

const invalid = (file: string): KeyRefused =>
  new KeyRefused('KEY_INVALID', `Expected an Ed25519 key as a JWK in the key file ${basename(file)}.`);
