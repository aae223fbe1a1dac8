import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { departmentDirectory } from '../departments.ts';
import type { Database } from '../register/database.ts';
import type { RowDestination } from './row-destination.ts';

/** Whether a department keeps its records elsewhere than in its database. */
export const keepsRowsElsewhere = (department: string): boolean => existsSync(destinationFile(department));

/** Where a department's rows go; null where they fill the tables of its database. */
export async function openDestination(department: string, database: Database): Promise<RowDestination | null> {
  if (!keepsRowsElsewhere(department)) return null;
  const module = (await import(pathToFileURL(destinationFile(department)).href)) as {
    destination: (database: Database) => RowDestination;
  };
  return module.destination(database);
}

const destinationFile = (department: string): string => join(departmentDirectory(department), 'destination.ts');
