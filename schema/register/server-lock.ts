import { randomBytes } from 'node:crypto';
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { isRunning, type ProcessIdentity, processIdentity } from './process-identity.ts';
import { RegisterError } from './register-error.ts';

const patienceMilliseconds = 60_000;

/**
 * Runs work while no other process starts or stops the server of this directory. A lock left by a dead process is
 * taken over. Throws HUB_DATA_BUSY when a living process keeps the lock for a minute.
 */
export async function withServerLock<T>(directory: string, work: () => Promise<T>): Promise<T> {
  const path = join(directory, 'server.lock');
  const deadline = Date.now() + patienceMilliseconds;
  while (!take(path)) {
    const holder = readHolder(path);
    if (holder !== null && !isRunning(holder)) breakLock(path);
    else if (Date.now() > deadline) {
      throw new RegisterError(
        'HUB_DATA_BUSY',
        `${directory} is being opened or closed by process ${holder?.pid ?? 'unknown'} for more than a minute.`,
      );
    } else await pause(20);
  }
  try {
    return await work();
  } finally {
    rmSync(path, { force: true });
  }
}

function take(path: string): boolean {
  // Written beside and linked, so that nobody ever reads a lock without its holder.
  const draft = `${path}.${process.pid}.${randomBytes(4).toString('hex')}`;
  writeFileSync(draft, JSON.stringify(processIdentity(process.pid)), { mode: 0o600 });
  try {
    linkSync(draft, path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    return false;
  } finally {
    rmSync(draft);
  }
}

function breakLock(path: string): void {
  const removed = `${path}.${process.pid}.broken`;
  try {
    renameSync(path, removed);
    // Between reading and renaming another process may have taken the lock: give it back.
    const holder = readHolder(removed);
    if (holder !== null && isRunning(holder)) linkSync(removed, path);
  } catch (error) {
    if (!['ENOENT', 'EEXIST'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
  } finally {
    rmSync(removed, { force: true });
  }
}

function readHolder(path: string): ProcessIdentity | null {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as ProcessIdentity;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}
