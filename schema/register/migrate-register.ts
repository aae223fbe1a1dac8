import { join, resolve } from 'node:path';
import { departmentDirectory } from '../departments.ts';
import { migrate } from './migrate.ts';

/** The PostgreSQL schema of the kit's own tables in every department's database. */
export const exchangeSchema = 'exchange';

const exchangeMigrations = resolve(import.meta.dirname, '..', 'extracts', 'prisma', 'migrations');

/** Brings a department's database up to date, first the kit's tables, then its own; returns what was applied. */
export async function migrateRegister(connectionString: string, department: string): Promise<string[]> {
  return [
    ...(await migrate(connectionString, exchangeMigrations, { schema: exchangeSchema })),
    ...(await migrate(connectionString, join(departmentDirectory(department), 'prisma', 'migrations'))),
  ];
}
