import { rmSync } from 'node:fs';
import { keyFile, keyOrdinals } from './key-files.ts';
import { KeyRefused } from './key-refused.ts';
import type { KeyUse } from './key-uses.ts';
import { addPair, readPair } from './pair-ring.ts';
import { addSecretKey, readSecretKey } from './secret-ring.ts';

/** A key as it may be told: never the key itself. */
export interface ToldKey {
  readonly use: string;
  readonly id: string;
  /** 1 for the first key of the use. */
  readonly ordinal: number;
  /** Whether it is the one that seals and signs. */
  readonly isNewest: boolean;
}

/** The keys of a use, newest first; none where it was never needed. */
export function listKeys(directory: string, { use, kind }: KeyUse): ToldKey[] {
  return keyOrdinals(directory, use, endingOf(kind)).map((ordinal, index) => {
    const file = keyFile(directory, use, ordinal, endingOf(kind));
    const { id } = kind === 'pair' ? readPair(file) : readSecretKey(file);
    return { use, id, ordinal, isNewest: index === 0 };
  });
}

/**
 * Adds a key that seals and signs from now on; those before it go on opening and verifying. Made in another folder, it
 * counts once its files are moved: so its public half can be with those who verify before anything is signed with it.
 */
export function rotateKey(directory: string, use: KeyUse, into = directory): ToldKey {
  const add = use.kind === 'pair' ? addPair : addSecretKey;
  const [newest = 0] = keyOrdinals(directory, use.use, endingOf(use.kind));
  // A use that nobody needed yet gets the key that it would have had, and the next.
  if (newest === 0) add(directory, use.use, 1);
  add(into, use.use, Math.max(newest, 1) + 1);
  return listKeys(into, use)[0] as ToldKey;
}

/** Takes a key away for ever; the newest cannot be, since it seals and signs. */
export function retireKey(directory: string, use: KeyUse, id: string): ToldKey {
  const key = listKeys(directory, use).find((known) => known.id === id);
  if (!key) throw new KeyRefused('KEY_UNKNOWN', `Expected the id of a key of the use ${use.use}.`);
  if (key.isNewest) {
    throw new KeyRefused('KEY_NEEDED', `Expected an older key: ${id} is the newest of ${use.use}; rotate first.`);
  }
  if (use.kind === 'pair') rmSync(keyFile(directory, use.use, key.ordinal, 'public.jwk.json'), { force: true });
  rmSync(keyFile(directory, use.use, key.ordinal, endingOf(use.kind)));
  return key;
}

const endingOf = (kind: KeyUse['kind']) => (kind === 'pair' ? 'jwk.json' : 'key');
