import { adoptOlderEntries } from '../../schema/ledger/adopt-older-entries.ts';
import type { Database } from '../../schema/register/database.ts';
import { openLinkKeys, provideLinkKeys } from './link-register/link-key.ts';
import { seedPurposes } from './purposes/seed-purposes.ts';

/** Writes the purposes that are missing and hands the look-up by number its key. */
export async function prepare(database: Database, dataDirectory: string): Promise<void> {
  provideLinkKeys(database, openLinkKeys(dataDirectory));
  await seedPurposes(database);
  await adoptOlderEntries(database);
}
