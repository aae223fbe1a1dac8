import { setTimeout as pause } from 'node:timers/promises';

/** Whether requests should be sent here; a process that is alive may still not be ready. */
export interface Readiness {
  ready(): Promise<boolean>;
  /** From now on it is not. */
  end(): void;
}

const PATIENCE_MS = 1_000;
const FRESH_FOR_MS = 500;

/** Is ready while `probe` succeeds within a second; it is asked at most twice a second, however often anybody looks. */
export function createReadiness(probe: () => Promise<unknown>): Readiness {
  let known: { readonly until: number; readonly answer: Promise<boolean> } | undefined;
  let ended = false;
  const look = async (): Promise<boolean> => {
    const stop = new AbortController();
    const late = pause(PATIENCE_MS, false, { signal: stop.signal }).catch(() => false);
    const answered = probe().then(
      () => true,
      () => false,
    );
    try {
      return await Promise.race([answered, late]);
    } finally {
      stop.abort();
    }
  };
  return {
    async ready() {
      if (!known || performance.now() >= known.until) {
        known = { until: performance.now() + FRESH_FOR_MS, answer: look() };
      }
      return (await known.answer) && !ended;
    },
    end: () => void (ended = true),
  };
}
