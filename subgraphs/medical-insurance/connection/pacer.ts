import { setTimeout as pause } from 'node:timers/promises';
import { TokenBucket } from '../system/token-bucket.ts';

/** Keeps a process to the system's quota: calls take turns, in the order asked. */
export class Pacer {
  readonly #bucket: TokenBucket;
  #last: Promise<void> = Promise.resolve();

  constructor(callsPerSecond: number) {
    this.#bucket = new TokenBucket(callsPerSecond);
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
