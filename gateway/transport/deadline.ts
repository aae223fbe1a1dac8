/** A time by which something must be done, or earlier if whoever waits for it leaves. */
export interface Deadline {
  /** Aborts when the time is up or the outer signal aborts. */
  readonly signal: AbortSignal;
  /** Whether the time was up first. */
  passed(): boolean;
  /** Stops the clock; call it when the work is done. */
  end(): void;
}

/**
 * Starts a deadline. Its timer and its listener go when it ends: `AbortSignal.timeout` would keep them for the whole
 * time, which adds up at thousands of requests a second.
 */
export function startDeadline(milliseconds: number, outer?: AbortSignal): Deadline {
  const controller = new AbortController();
  let passed = false;
  const timer = setTimeout(() => {
    passed = !controller.signal.aborted;
    controller.abort();
  }, milliseconds);
  const leave = () => controller.abort();
  if (outer?.aborted) leave();
  else outer?.addEventListener('abort', leave, { once: true });
  return {
    signal: controller.signal,
    passed: () => passed,
    end() {
      clearTimeout(timer);
      outer?.removeEventListener('abort', leave);
    },
  };
}

/** The result of a work, or a rejection as soon as the signal aborts, even where the work does not heed it. */
export function untilAborted<Result>(work: Promise<Result>, signal: AbortSignal): Promise<Result> {
  return new Promise((resolve, reject) => {
    const leave = () => reject(signal.reason as Error);
    if (signal.aborted) leave();
    else signal.addEventListener('abort', leave, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', leave));
  });
}
