import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { departmentDirectory } from '../departments.ts';

/** What a department keeps in the data directory beside its database, such as a system that stands in for its own. */
export interface Beside {
  /** Copies it into a new file; false where there is nothing. */
  keep(dataDirectory: string, file: string): Promise<boolean>;
  /** Puts a copy back in place. */
  putBack(file: string, dataDirectory: string): Promise<void>;
}

/** A department's `beside.ts`; null for all that keep their records in their database. */
export async function besideOf(department: string): Promise<Beside | null> {
  const file = join(departmentDirectory(department), 'beside.ts');
  if (!existsSync(file)) return null;
  const { beside } = (await import(pathToFileURL(file).href)) as { beside: Beside };
  return beside;
}
