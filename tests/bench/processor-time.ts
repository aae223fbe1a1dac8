import { existsSync, readdirSync, readFileSync } from 'node:fs';

/** Linux counts in hundredths of a second on every architecture that Node runs on. */
const TICK_MILLISECONDS = 10;

/** Whether the system tells how much processor time other processes used; Linux does, for root and plain users alike. */
export const countsProcessorTime = existsSync('/proc/self/stat');

/** What to say where it does not. */
export const WITHOUT_PROCESSOR_TIME =
  'Processor time needs /proc of Linux: only latencies are shown here, and the import cannot be measured (非 Linux 系统，只显示延迟).';

/** Milliseconds of processor time so far, user and system: of Node processes and of a PostgreSQL server with its backends. */
export interface ProcessorTime {
  readonly node: number;
  readonly postgres: number;
}

/** Reads the processor time of Node processes, together, and of the server whose first process is `postmaster`, if any. */
export function processorTime(nodes: readonly number[], postmaster?: number): ProcessorTime {
  const node = nodes.reduce((sum, pid) => sum + (usage(String(pid))?.own ?? 0), 0);
  if (postmaster === undefined) return { node, postgres: 0 };
  const server = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((name) => usage(name))
    .filter((process) => process?.pid === postmaster || process?.parent === postmaster);
  return {
    node,
    // Backends that ended meanwhile are in what the postmaster counts of its children.
    postgres: server.reduce((sum, process) => sum + (process?.own ?? 0) + (process?.ended ?? 0), 0),
  };
}

/** What was used between two readings. */
export const usedBetween = (before: ProcessorTime, after: ProcessorTime): ProcessorTime => ({
  node: after.node - before.node,
  postgres: after.postgres - before.postgres,
});

/** Node and PostgreSQL together. */
export const together = ({ node, postgres }: ProcessorTime): number => node + postgres;

function usage(pid: string): { pid: number; parent: number; own: number; ended: number } | undefined {
  let stat: string;
  try {
    stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  } catch {
    // It ended between listing and reading.
    return undefined;
  }
  // The command stands in brackets and may hold spaces: count from behind it (proc_pid_stat(5), fields 4 and 14–17).
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const ticks = (...places: number[]) => places.reduce((sum, place) => sum + Number(fields[place]), 0);
  return {
    pid: Number(pid),
    parent: ticks(1),
    own: ticks(11, 12) * TICK_MILLISECONDS,
    ended: ticks(13, 14) * TICK_MILLISECONDS,
  };
}
