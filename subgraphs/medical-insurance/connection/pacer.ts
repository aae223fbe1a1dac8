import { setTimeout as pause } from 'node:timers/promises';
import { TokenBucket } from '../system/token-bucket.ts';

/** Calls that set out evenly may arrive in heaps: a part of what the system takes at once is left for that. */
const SHARE_AT_ONCE = 0.75;

/** Keeps a process to the system's quota: calls take turns, in the order asked. */
export class Pacer {
  readonly #bucket: TokenBucket;
  #last: Promise<void> = Promise.resolve();

  constructor(callsPerSecond: number) {
    this.#bucket = new TokenBucket({
      perSecond: callsPerSecond,
      burst: Math.max(1, callsPerSecond * SHARE_AT_ONCE),
    });
  }

  /** Resolves when it is the caller's turn. */
  turn(): Promise<void> {
    this.#last = this.#last.then(async () => {
      for (let wait = this.#bucket.take(); wait > 0; wait = this.#bucket.take()) await pause(wait);
    });
    return this.#last;
  }

  /** Lets nobody have a turn for so many milliseconds. */
  hold(milliseconds: number): void {
    this.#bucket.shut(milliseconds);
  }
}
