import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { keysDirectory } from './keys/config.ts';
import { writeOnce } from './write-once.ts';

const KEY_BYTES = 32;

/** Opens a key of 32 random bytes in the hub's folder of keys, made on first use and readable by its owner alone. */
export function openKeyFile(dataDirectory: string, name: string): Buffer {
  const file = join(keysDirectory(dataDirectory), `${name}.key`);
  if (!existsSync(file)) writeOnce(file, randomBytes(KEY_BYTES), 0o600);
  const key = readFileSync(file);
  if (key.length !== KEY_BYTES) throw new Error(`Expected ${KEY_BYTES} bytes in the key file ${name}.key.`);
  return key;
}
