/** Something that was started and can be stopped. */
export interface Stoppable {
  close(): Promise<void>;
}

/** What a process has started so far. */
export interface RunningParts {
  /** Notes a part that is to be stopped, before those that were started earlier; answers the part. */
  add<Part extends Stoppable>(part: Part): Part;
}

/**
 * Watches over what a process starts: SIGTERM and Ctrl-C stop it, latest first, whenever they come, and end the process;
 * a second signal ends it at once. A fault that nobody caught is explained, and stops everything too.
 */
export function watchOverParts(): RunningParts {
  const parts: Stoppable[] = [];
  let stopping = false;
  const stop = async (exitCode: number) => {
    if (stopping) process.exit(1);
    stopping = true;
    for (const part of parts) await part.close();
    process.exit(exitCode);
  };
  const fail = (fault: unknown) => {
    console.error(explain(fault));
    stop(1).catch(() => process.exit(1));
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => void stop(0).catch(fail));
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
  if (fault.code === 'EADDRINUSE') return '✗ The port is taken: set HUB_PORT to another one (端口被占用).';
  return `✗ ${String(fault.code)}: ${fault.message}`;
}
