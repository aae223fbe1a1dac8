import { lchownSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { RegisterError } from './register-error.ts';

/** Whom the server runs as. PostgreSQL refuses to run as root. */
export interface ServerAccount {
  readonly uid: number;
  readonly gid: number;
}

// No account has this number, so no other service of the machine can read the registers.
const unassigned = 54_320;

/** The account to give to the server's processes, or null when the hub is not root and the server runs as its user. */
export function serverAccount(): ServerAccount | null {
  return process.getuid?.() === 0 ? { uid: unassigned, gid: unassigned } : null;
}

/**
 * The account that initialises the data directory: initdb insists on a name, which the server's own account has not.
 * It shares the group, so both reach the same directories.
 */
export function namedAccount(account: ServerAccount): ServerAccount {
  const lines = readFileSync('/etc/passwd', 'utf8').split('\n');
  const entries = lines.map((line) => line.split(':')).filter((fields) => Number(fields[2]) > 0);
  const entry = entries.find((fields) => fields[0] === 'nobody') ?? entries[0];
  if (entry === undefined) {
    throw new RegisterError('HUB_DATA_UNREACHABLE', 'Expected an unprivileged account in /etc/passwd, found none.');
  }
  return { uid: Number(entry[2]), gid: account.gid };
}

/** Whether the account can enter the directory and all above it. Everyone reaches what the hub's own user reaches. */
export function canReach(account: ServerAccount | null, directory: string): boolean {
  if (account === null) return true;
  for (let path = directory; ; path = dirname(path)) {
    const { mode, gid } = statSync(path);
    const enter = gid === account.gid ? 0o010 : 0o001;
    if ((mode & enter) === 0) return false;
    if (path === dirname(path)) return true;
  }
}

/** Gives a directory and all in it to the account. */
export function giveTo(account: ServerAccount | null, directory: string): void {
  if (account === null) return;
  for (const name of readdirSync(directory, { recursive: true, encoding: 'utf8' })) {
    lchownSync(join(directory, name), account.uid, account.gid);
  }
  lchownSync(directory, account.uid, account.gid);
}
