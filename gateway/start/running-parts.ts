/** Something that was started and can be stopped. */
export interface Stoppable {
  close(): Promise<void>;
}

/** What a process has started so far. */
export interface RunningParts {
  /** Notes a part that is to be stopped, before those that were started earlier; answers the part. */
  add<Part extends Stoppable>(part: Part): Part;
}

/** How a process is watched over. */
export interface Watch {
  /** Whether a second signal ends the process at once; otherwise it changes nothing. */
  readonly impatient: boolean;
}

/**
 * Watches over what a process starts: SIGTERM and Ctrl-C stop it, latest first, whenever they come, and end the process;
 * a second signal ends an impatient one at once. A fault that nobody caught is explained, and stops everything too.
 */
export function watchOverParts({ impatient }: Watch = { impatient: true }): RunningParts {
  const parts: Stoppable[] = [];
  let stopping = false;
  const stop = async (exitCode: number, impatiently: boolean) => {
    if (stopping && impatiently) process.exit(1);
    if (stopping) return;
    stopping = true;
    for (const part of parts) await part.close();
    process.exit(exitCode);
  };
  const fail = (fault: unknown) => {
    console.error(explain(fault));
    stop(1, true).catch(() => process.exit(1));
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => void stop(0, impatient).catch(fail));
  process.on('uncaughtException', fail);
  return {
    add(part) {
      parts.unshift(part);
      return part;
    },
  };
}

/** A fault that carries a code was written for whoever starts the hub; any other is shown with its place. */
function explain(fault: unknown): unknown {
  if (!(fault instanceof Error) || !('code' in fault)) return fault;
  if (fault.code === 'EADDRINUSE') return '✗ The port is taken: choose another with --port or HUB_PORT (端口被占用).';
  return `✗ ${String(fault.code)}: ${fault.message}`;
}
