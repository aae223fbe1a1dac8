import { createCipheriv, createDecipheriv, randomBytes, scryptSync } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readSecretFile } from '../kit/keys/key-files.ts';
import { writeOnce } from '../kit/write-once.ts';
import { BackupRefused } from './backup-refused.ts';

const SALT = 16;
const NONCE = 12;
const TAG = 16;
/** RFC 7914: about a tenth of a second and 64 MiB a guess. */
const COST = { N: 2 ** 16, r: 8, p: 1, maxmem: 2 ** 27 };
/** Anything shorter is guessed. */
const LEAST_PASSPHRASE = 12;
// Passwords of the databases belong to the server that they were made for.
const isKey = (name: string): boolean => /\.(key|jwk\.json)$/.test(name);

/** The passphrase in a file, without the line break at its end; its owner alone may read the file. */
export function readPassphrase(file: string): string {
  const passphrase = readSecretFile(file)
    .toString('utf8')
    .replace(/\r?\n$/, '');
  if (passphrase.length < LEAST_PASSPHRASE) {
    throw new BackupRefused('PASSPHRASE_WRONG', `Expected a passphrase of at least ${LEAST_PASSPHRASE} characters.`);
  }
  return passphrase;
}

/** Writes all keys of a folder into one file, sealed under a passphrase (scrypt, AES-256-GCM). */
export function sealKeys(keysFolder: string, file: string, passphrase: string): void {
  const names = existsSync(keysFolder) ? readdirSync(keysFolder).filter(isKey) : [];
  const keys = names.map((name) => [name, readFileSync(join(keysFolder, name)).toString('base64')]);
  const salt = randomBytes(SALT);
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv('aes-256-gcm', scryptSync(passphrase, salt, 32, COST), nonce);
  const sealed = Buffer.concat([cipher.update(JSON.stringify(keys), 'utf8'), cipher.final()]);
  writeFileSync(file, Buffer.concat([salt, nonce, cipher.getAuthTag(), sealed]), { mode: 0o600, flag: 'wx' });
}

/** Writes the keys of a sealed file into a folder, never over one that is there; throws PASSPHRASE_WRONG. */
export function unsealKeys(file: string, keysFolder: string, passphrase: string): void {
  for (const [name, text] of openedKeys(readFileSync(file), passphrase)) {
    if (!isKey(name) || name.includes('/')) continue;
    const mode = name.endsWith('.public.jwk.json') ? 0o644 : 0o600;
    writeOnce(join(keysFolder, name), Buffer.from(text, 'base64'), mode);
  }
}

function openedKeys(bytes: Buffer, passphrase: string): [string, string][] {
  const [salt, nonce] = [bytes.subarray(0, SALT), bytes.subarray(SALT, SALT + NONCE)];
  const tagEnd = SALT + NONCE + TAG;
  try {
    const decipher = createDecipheriv('aes-256-gcm', scryptSync(passphrase, salt, 32, COST), nonce, {
      authTagLength: TAG,
    }).setAuthTag(bytes.subarray(SALT + NONCE, tagEnd));
    const opened = Buffer.concat([decipher.update(bytes.subarray(tagEnd)), decipher.final()]);
    return JSON.parse(opened.toString('utf8')) as [string, string][];
  } catch {
    throw new BackupRefused(
      'PASSPHRASE_WRONG',
      'Expected the passphrase that the keys of this backup were sealed with.',
    );
  }
}
