const SECOND = 1_000;

/** What a bucket lets through. */
export interface TokenRate {
  readonly perSecond: number;
  /** The most at once. */
  readonly burst: number;
}

/** So many calls a second, and no more than a burst at once. */
export class TokenBucket {
  readonly #perSecond: number;
  readonly #burst: number;
  readonly #now: () => number;
  #tokens: number;
  #filledAt: number;

  constructor({ perSecond, burst }: TokenRate, now: () => number = () => performance.now()) {
    this.#perSecond = perSecond;
    this.#burst = burst;
    this.#now = now;
    this.#tokens = burst;
    this.#filledAt = now();
  }

  /** Takes one and answers 0, or takes none and answers in how many milliseconds there will be one. */
  take(): number {
    const now = this.#now();
    if (now > this.#filledAt) {
      const gained = ((now - this.#filledAt) / SECOND) * this.#perSecond;
      this.#tokens = Math.min(this.#burst, this.#tokens + gained);
      this.#filledAt = now;
    }
    if (now >= this.#filledAt && this.#tokens >= 1) {
      this.#tokens -= 1;
      return 0;
    }
    return Math.ceil(Math.max(0, this.#filledAt - now) + (Math.max(0, 1 - this.#tokens) / this.#perSecond) * SECOND);
  }

  /** Has nothing to give for so many milliseconds. */
  shut(milliseconds: number): void {
    this.#filledAt = Math.max(this.#filledAt, this.#now() + milliseconds);
    this.#tokens = Math.min(this.#tokens, 1);
  }
}
