const SECOND = 1_000;

/** So many calls a second, and at most a second's worth at once. */
export class TokenBucket {
  readonly #perSecond: number;
  readonly #now: () => number;
  #tokens: number;
  #filledAt: number;

  constructor(perSecond: number, now: () => number = () => performance.now()) {
    this.#perSecond = perSecond;
    this.#now = now;
    this.#tokens = perSecond;
    this.#filledAt = now();
  }

  /** Takes one and answers 0, or takes none and answers in how many milliseconds there will be one. */
  take(): number {
    const now = this.#now();
    if (now > this.#filledAt) {
      const gained = ((now - this.#filledAt) / SECOND) * this.#perSecond;
      this.#tokens = Math.min(this.#perSecond, this.#tokens + gained);
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
