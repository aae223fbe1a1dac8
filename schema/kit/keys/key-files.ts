import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { KeyRefused } from './key-refused.ts';

/** How the keys of a use end: 32 bytes, a pair, or the public half of one. */
export type KeyEnding = 'key' | 'jwk.json' | 'public.jwk.json';

const OTHERS = 0o077;

/** The file of the nth key of a use; the first bears no number. */
export const keyFile = (directory: string, use: string, ordinal: number, ending: KeyEnding): string =>
  join(directory, `${use}${ordinal === 1 ? '' : `.${ordinal}`}.${ending}`);

/** The ordinals of the keys of a use that lie in a folder, newest first. */
export function keyOrdinals(directory: string, use: string, ending: KeyEnding): number[] {
  if (!existsSync(directory)) return [];
  const ordinals: number[] = [];
  for (const file of readdirSync(directory)) {
    if (!file.startsWith(`${use}.`) || !file.endsWith(`.${ending}`)) continue;
    const middle = file.slice(use.length + 1, -ending.length);
    if (middle === '') ordinals.push(1);
    else if (/^[1-9]\d{0,5}\.$/.test(middle)) ordinals.push(Number(middle.slice(0, -1)));
  }
  return ordinals.sort((one, other) => other - one);
}

/** Reads a secret; throws KEY_EXPOSED where anybody but its owner may read or change it. */
export function readSecretFile(file: string): Buffer {
  const { mode } = statSync(file);
  if ((mode & OTHERS) !== 0) {
    throw new KeyRefused(
      'KEY_EXPOSED',
      `Expected the key file ${basename(file)} to be readable by its owner alone (chmod 600).`,
    );
  }
  return readFileSync(file);
}
