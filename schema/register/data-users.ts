import { randomBytes } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isRunning, type ProcessIdentity, processIdentity } from './process-identity.ts';
import { RegisterError } from './register-error.ts';

interface DataUser extends ProcessIdentity {
  readonly exclusive: boolean;
}

/** One process's use of a data directory. */
export interface DataUse {
  /** Ends the use and tells whether nobody living is left. */
  end(): { last: boolean };
}

/**
 * Notes that this process uses the data directory. An exclusive user (the hub itself) suffers commands beside it but
 * no second hub: throws HUB_DATA_IN_USE with the other's process number. Call it under the server lock.
 */
export function useData(directory: string, exclusive: boolean): DataUse {
  const folder = join(directory, 'users');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const other = exclusive ? livingUsers(folder).find((user) => user.exclusive) : undefined;
  if (other !== undefined) {
    throw new RegisterError(
      'HUB_DATA_IN_USE',
      `${directory} belongs to the hub that runs as process ${other.pid}; stop it, set HUB_DATA to another directory, or serve the same registers beside it with --join.`,
    );
  }
  const path = join(folder, `${process.pid}.${randomBytes(4).toString('hex')}.json`);
  writeFileSync(path, JSON.stringify({ ...processIdentity(process.pid), exclusive }), { mode: 0o600 });
  return {
    end() {
      rmSync(path, { force: true });
      return { last: livingUsers(folder).length === 0 };
    },
  };
}

function livingUsers(folder: string): DataUser[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    const user = JSON.parse(readFileSync(path, 'utf8')) as DataUser;
    if (isRunning(user)) return [user];
    rmSync(path);
    return [];
  });
}
