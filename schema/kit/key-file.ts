import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const KEY_BYTES = 32;

/** Opens a key of 32 random bytes under `<dataDirectory>/keys`, made on first use and readable by its owner alone. */
export function openKeyFile(dataDirectory: string, name: string): Buffer {
  const folder = join(dataDirectory, 'keys');
  const file = join(folder, `${name}.key`);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  try {
    writeFileSync(file, randomBytes(KEY_BYTES), { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  const key = readFileSync(file);
  if (key.length !== KEY_BYTES) throw new Error(`Expected ${KEY_BYTES} bytes in the key file ${name}.key.`);
  return key;
}
