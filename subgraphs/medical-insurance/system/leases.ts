import type { ServerResponse } from 'node:http';

/** Who needs the system to run: each holds a connection open, and whoever dies lets go of it. */
export interface Leases {
  readonly held: number;
  /** Keeps a response open until whoever asked for it goes. */
  grant(response: ServerResponse): void;
}

/** Counts leases; `onNone` is called when nobody has come for a while, and whenever the last has gone. */
export function createLeases(firstWithinMs: number, onNone: () => void): Leases {
  const waiting = setTimeout(onNone, firstWithinMs);
  let held = 0;
  return {
    get held() {
      return held;
    },
    grant(response) {
      clearTimeout(waiting);
      held += 1;
      response.once('close', () => {
        held -= 1;
        if (held === 0) onNone();
      });
      response.writeHead(200).flushHeaders();
    },
  };
}
