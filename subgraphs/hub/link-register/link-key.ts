import { openKeyFile } from '../../../schema/kit/key-file.ts';
import type { Database } from '../../../schema/register/database.ts';

const keys = new WeakMap<Database, Buffer>();

/**
 * Opens the key of the link register, `<dataDirectory>/keys/link.key`: 32 random bytes made on first use and readable by
 * their owner alone. A new key makes strangers of everybody known: keep it with the hub's database.
 */
export const openLinkKey = (dataDirectory: string): Buffer => openKeyFile(dataDirectory, 'link');

/** Hands the key to the look-up by number on this database; without it no number is found out there. */
export const provideLinkKey = (database: Database, key: Buffer): void => void keys.set(database, key);

/** The key handed over for this database; throws where none was. */
export function linkKeyOf(database: Database): Buffer {
  const key = keys.get(database);
  if (!key) throw new Error('Expected the link key to be provided for the hub’s database at start.');
  return key;
}
