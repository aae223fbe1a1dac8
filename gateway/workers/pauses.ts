const FIRST_MS = 100;
const LONGEST_MS = 10_000;
/** A process that lived this long did not fail from the start. */
const STEADY_MS = 10_000;

/** Tells how long to wait before starting again a process that ended unasked. */
export interface Pauses {
  /** After a process that lived this many milliseconds: twice as long each time in a row, at most ten seconds. */
  after(livedMs: number): number;
}

/** Starts with the shortest pause. */
export function growingPauses(): Pauses {
  let next = FIRST_MS;
  return {
    after(livedMs) {
      if (livedMs >= STEADY_MS) next = FIRST_MS;
      const pause = next;
      next = Math.min(next * 2, LONGEST_MS);
      return pause;
    },
  };
}
