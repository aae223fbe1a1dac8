/** Something that was started and can be stopped. */
export interface Stoppable {
  close(): Promise<void>;
}

/** On SIGTERM or Ctrl-C stops the parts in the order given and ends the process; a second signal ends it at once. */
export function stopOnSignal(parts: readonly Stoppable[]): void {
  let stopping = false;
  const stop = async () => {
    if (stopping) process.exit(1);
    stopping = true;
    for (const part of parts) await part.close();
    process.exit(0);
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => {
      stop().catch((fault: unknown) => {
        console.error(fault);
        process.exit(1);
      });
    });
  }
}
