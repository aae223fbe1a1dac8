/** Lets so many pieces of work run at once, and the others wait for their turn, first come first served. */
export type TakeTurn = <Result>(work: () => Promise<Result>) => Promise<Result>;

/** Makes turns, `most` at a time. */
export function createTurns(most: number): TakeTurn {
  const waiting: (() => void)[] = [];
  let free = most;
  return async (work) => {
    if (free > 0) free -= 1;
    else await new Promise<void>((resolve) => waiting.push(resolve));
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else free += 1;
    }
  };
}
