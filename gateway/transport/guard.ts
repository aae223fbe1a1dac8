import {
  BrokenCircuitError,
  bulkhead,
  CircuitState,
  ConsecutiveBreaker,
  circuitBreaker,
  DelegateBackoff,
  handleWhen,
  retry,
} from 'cockatiel';
import { untilAborted } from './deadline.ts';
import { DepartmentFailure } from './department-failure.ts';
import type { TransportLimits } from './limits.ts';

const LEAST_PAUSE_MS = 20;
const MOST_PAUSE_MS = 120;

/** Whether a department is asked, left alone, or tried again. */
export type Circuit = 'closed' | 'open' | 'half-open';

/** Stands between the hub and one department, so that neither wears the other out. */
export interface Guard {
  /** Whether the department is asked now. */
  readonly circuit: Circuit;
  /** Runs an attempt, a second time where it is `repeatable` and the failure a passing one; rejects once aborted. */
  run<Result>(attempt: () => Promise<Result>, repeatable: boolean, signal: AbortSignal): Promise<Result>;
}

const circuits: Readonly<Record<CircuitState, Circuit>> = {
  [CircuitState.Closed]: 'closed',
  [CircuitState.Open]: 'open',
  [CircuitState.Isolated]: 'open',
  [CircuitState.HalfOpen]: 'half-open',
};

/** Guards a department: so many fetches at once, so many in wait, and none for a while after it failed repeatedly. */
export function guardDepartment(
  { concurrency, queue, breakerFailures, breakerPauseMs }: TransportLimits,
  onChange: (circuit: Circuit) => void = () => undefined,
): Guard {
  const places = bulkhead(concurrency, queue);
  const isFault = (error: unknown): boolean => {
    if (!(error instanceof DepartmentFailure)) return false;
    // A probe that nobody waits for any more proved nothing: the department stays alone until the next one.
    return error.counts || (error.cancelled && breaker.state === CircuitState.HalfOpen);
  };
  const breaker = circuitBreaker(handleWhen(isFault), {
    halfOpenAfter: breakerPauseMs,
    breaker: new ConsecutiveBreaker(breakerFailures),
  });
  breaker.onStateChange((state) => onChange(circuits[state]));
  // Random, lest all that failed together return together.
  const pause = new DelegateBackoff(() => LEAST_PAUSE_MS + Math.random() * (MOST_PAUSE_MS - LEAST_PAUSE_MS));
  const onceMore = retry(
    handleWhen((error) => error instanceof DepartmentFailure && error.passing),
    { maxAttempts: 1, backoff: pause },
  );
  return {
    get circuit() {
      return circuits[breaker.state];
    },
    run(attempt, repeatable, signal) {
      const once = async () => {
        signal.throwIfAborted();
        // Others would wait for the probe's end; they get their answer without the department at once instead.
        if (breaker.state === CircuitState.HalfOpen) throw new BrokenCircuitError();
        return breaker.execute(attempt);
      };
      const work = () => (repeatable ? onceMore.execute(once, signal) : once());
      return untilAborted(places.execute(work, signal), signal);
    },
  };
}
