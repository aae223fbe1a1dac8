import { createHash } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { RegisterError } from './register-error.ts';
import { canReach, type ServerAccount } from './server-account.ts';

// A socket's path may have 107 bytes; the server adds "/.s.PGSQL.5432.lock".
const longestSocketDirectory = 85;

/** Makes the hub's data directory if need be, and lets the server's account pass through it (no more than that). */
export function prepareDataDirectory(dataDirectory: string, account: ServerAccount | null): string {
  mkdirSync(dataDirectory, { recursive: true, mode: 0o700 });
  const directory = realpathSync(dataDirectory);
  const { uid, gid, mode } = statSync(directory);
  if (account !== null && uid === 0 && gid === 0 && (mode & 0o001) === 0) {
    chownSync(directory, uid, account.gid);
    chmodSync(directory, (mode & 0o707) | 0o010);
  }
  return directory;
}

/**
 * The directory of the server's files: `postgres` in the data directory; where the server's account cannot get there
 * (a clone under /root, say) a directory under /var/lib, and the data directory holds a file that says which.
 */
export function serverHome(dataDirectory: string, account: ServerAccount | null): string {
  const pointer = join(dataDirectory, 'postgres-location');
  const home = existsSync(pointer) ? readFileSync(pointer, 'utf8').trim() : chooseHome(dataDirectory, account);
  // Whatever the umask, the account passes through what is made here.
  const made = mkdirSync(home, { recursive: true });
  for (let path = home; made !== undefined && path.startsWith(made); path = dirname(path)) chmodSync(path, 0o711);
  if (!canReach(account, home)) {
    throw new RegisterError(
      'HUB_DATA_UNREACHABLE',
      `The database server runs as user ${account?.uid}, who cannot enter ${home}; set HUB_DATA to a directory that everyone can pass through.`,
    );
  }
  if (!home.startsWith(dataDirectory)) writeFileSync(pointer, `${home}\n`);
  return home;
}

/** A directory for the server's socket, open to its account alone, with a path short enough for a socket. */
export function socketDirectory(home: string, account: ServerAccount | null): string {
  const own = join(home, 'socket');
  const directory =
    own.length <= longestSocketDirectory ? own : join(reachableTemporary(account), `governance-hub-${digest(home)}`);
  const uid = account?.uid ?? process.getuid?.();
  if (!existsSync(directory)) {
    mkdirSync(directory, { mode: 0o700 });
    if (account !== null) chownSync(directory, account.uid, account.gid);
  }
  const found = lstatSync(directory);
  if (!found.isDirectory() || found.uid !== uid || (found.mode & 0o077) !== 0) {
    throw new RegisterError(
      'HUB_DATA_UNREACHABLE',
      `Expected ${directory} to be a directory of user ${uid} with mode 0700; somebody else made it otherwise.`,
    );
  }
  return directory;
}

function chooseHome(dataDirectory: string, account: ServerAccount | null): string {
  if (canReach(account, dataDirectory)) return join(dataDirectory, 'postgres');
  return join('/var/lib/county-governance-hub', digest(dataDirectory));
}

function reachableTemporary(account: ServerAccount | null): string {
  return canReach(account, tmpdir()) ? tmpdir() : '/tmp';
}

function digest(path: string): string {
  return createHash('sha256').update(path).digest('hex').slice(0, 16);
}
