import { createHash, createSecretKey, type KeyObject, randomBytes } from 'node:crypto';
import { statSync } from 'node:fs';
import { basename } from 'node:path';
import { writeOnce } from '../write-once.ts';
import { keysDirectory } from './config.ts';
import { keyFile, keyOrdinals, readSecretFile } from './key-files.ts';
import { KeyRefused } from './key-refused.ts';
import { KeyRing, type NamedKey } from './key-ring.ts';

const KEY_BYTES = 32;
const ID_LENGTH = 8;

/** A key of 32 bytes. */
export interface SecretKey extends NamedKey {
  readonly bytes: Buffer;
  /** The same, as ciphers take it fastest. */
  readonly object: KeyObject;
  /** When its file was written, in milliseconds since 1970. */
  readonly since: number;
}

/** Opens the secret keys of a use; the first is made where there is none. */
export function openSecretRing(dataDirectory: string, use: string): KeyRing<SecretKey> {
  const directory = keysDirectory(dataDirectory);
  return new KeyRing(directory, () => {
    const ordinals = keyOrdinals(directory, use, 'key');
    if (ordinals.length === 0) addSecretKey(directory, use, 1);
    return (ordinals.length === 0 ? [1] : ordinals).map((ordinal) =>
      readSecretKey(keyFile(directory, use, ordinal, 'key')),
    );
  });
}

/** A ring of these keys, newest first, that never changes. */
export const ringOfSecrets = (...secrets: readonly Buffer[]): KeyRing<SecretKey> =>
  new KeyRing('', () => secrets.map((bytes) => secretKey(bytes, 0)));

/** Writes a new secret key unless there is one of this ordinal. */
export const addSecretKey = (directory: string, use: string, ordinal: number): void =>
  writeOnce(keyFile(directory, use, ordinal, 'key'), randomBytes(KEY_BYTES), 0o600);

/** The key of a file. */
export function readSecretKey(file: string): SecretKey {
  const bytes = readSecretFile(file);
  if (bytes.length !== KEY_BYTES) {
    throw new KeyRefused('KEY_INVALID', `Expected ${KEY_BYTES} bytes in the key file ${basename(file)}.`);
  }
  return secretKey(bytes, statSync(file).mtimeMs);
}

const secretKey = (bytes: Buffer, since: number): SecretKey => ({
  id: secretId(bytes),
  bytes,
  object: createSecretKey(bytes),
  since,
});

const secretId = (bytes: Buffer): string =>
  createHash('sha256').update('county-governance-hub key id\0').update(bytes).digest('hex').slice(0, ID_LENGTH);
