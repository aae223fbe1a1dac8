import type { KeyRing } from '../../../schema/kit/keys/key-ring.ts';
import { openSecretRing, type SecretKey } from '../../../schema/kit/keys/secret-ring.ts';
import type { Database } from '../../../schema/register/database.ts';

const rings = new WeakMap<Database, KeyRing<SecretKey>>();

/**
 * Opens the keys of the link register, the first of which is made on first use. Without them everybody known is a
 * stranger: keep them as long as the hub's database.
 */
export const openLinkKeys = (dataDirectory: string): KeyRing<SecretKey> => openSecretRing(dataDirectory, 'link');

/** Hands the keys to the look-up by number on this database; without them no number is found out there. */
export const provideLinkKeys = (database: Database, keys: KeyRing<SecretKey>): void => void rings.set(database, keys);

/** The keys handed over for this database; throws where none were. */
export function linkKeysOf(database: Database): KeyRing<SecretKey> {
  const keys = rings.get(database);
  if (!keys) throw new Error('Expected the link keys to be provided for the hub’s database at start.');
  return keys;
}
