import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { departmentDirectory } from '../departments.ts';
import type { KeyRing } from '../kit/keys/key-ring.ts';
import { openSecretRing, type SecretKey } from '../kit/keys/secret-ring.ts';
import type { Database } from '../register/database.ts';
import type { LinkRegister } from './link-register.ts';

/** The department that knows who is who. */
export const LINK_DEPARTMENT = 'hub';

/** Opens the link register that the hub's folder provides, with the keys that this data directory keeps. */
export async function openLinkRegister(database: Database, dataDirectory: string): Promise<LinkRegister> {
  const file = join(departmentDirectory(LINK_DEPARTMENT), 'link-register', 'link-register.ts');
  const module = (await import(pathToFileURL(file).href)) as {
    openLinkRegister: (database: Database, keys: KeyRing<SecretKey>) => LinkRegister;
  };
  return module.openLinkRegister(database, openSecretRing(dataDirectory, 'link'));
}
