import type { Database } from '../../schema/register/database.ts';
import { openLinkKey, provideLinkKey } from './link-register/link-key.ts';
import { seedPurposes } from './purposes/seed-purposes.ts';

/** Writes the purposes that are missing and hands the look-up by number its key. */
export async function prepare(database: Database, dataDirectory: string): Promise<void> {
  provideLinkKey(database, openLinkKey(dataDirectory));
  await seedPurposes(database);
}
