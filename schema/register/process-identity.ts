import { existsSync, readFileSync } from 'node:fs';

/** One run of one process: the start time tells it from a later process that was given the same number. */
export interface ProcessIdentity {
  readonly pid: number;
  /** Clock ticks since boot, or null where the system does not tell. */
  readonly startedAt: string | null;
}

/** The identity of a process that runs now, or null when none has this number (a zombie runs no more). */
export function processIdentity(pid: number): ProcessIdentity | null {
  if (!existsSync('/proc/self/stat')) return canBeSignalled(pid) ? { pid, startedAt: null } : null;
  let stat: string;
  try {
    stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  } catch {
    return null;
  }
  // The second field is the command in brackets and may hold spaces: count from behind it.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return fields[0] === 'Z' || fields[0] === 'X' ? null : { pid, startedAt: fields[19] ?? null };
}

/** Whether the very process that was identified still runs. */
export function isRunning(identity: ProcessIdentity): boolean {
  return processIdentity(identity.pid)?.startedAt === identity.startedAt;
}

function canBeSignalled(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
