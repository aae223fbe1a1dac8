import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The password of a database role of the embedded server; made once and kept in keys/, readable by its owner alone. */
export function rolePassword(dataDirectory: string, role: string): { password: string; isNew: boolean } {
  const path = passwordPath(dataDirectory, role);
  if (existsSync(path)) return { password: readFileSync(path, 'utf8'), isNew: false };
  mkdirSync(join(dataDirectory, 'keys'), { recursive: true, mode: 0o700 });
  const password = randomBytes(24).toString('base64url');
  writeFileSync(path, password, { mode: 0o600, flush: true });
  return { password, isNew: true };
}

/** Whether the role was given a password before. */
export function hasRolePassword(dataDirectory: string, role: string): boolean {
  return existsSync(passwordPath(dataDirectory, role));
}

function passwordPath(dataDirectory: string, role: string): string {
  return join(dataDirectory, 'keys', `${role}.database-password`);
}
