import type { Database } from '../../schema/register/database.ts';
import { connectSystem } from './connection/systems.ts';

/** Connects the bureau's own system, where its records stay; the database keeps what became of files alone. */
export const prepare = (database: Database, dataDirectory: string): Promise<{ close(): Promise<void> }> =>
  connectSystem(database, dataDirectory);
