/** One slow answer may be chance; a second one to a question sent after it is not. */
const SLOW_IN_A_ROW = 2;
/** On a busy machine every answer takes long: a slow department takes so many times as long as others do. */
const TIMES_OTHERS = 4;
/** Each trial is somebody's wait: they become ever more seldom, up to so many times the first pause. */
const LONGEST_PAUSES = 12;

export interface SlowCircuitOptions {
  /** Milliseconds from which an answer is slow. */
  readonly slowMs: number;
  /** How long other departments take lately. */
  readonly othersMs: () => number;
  /** For how long a slow department is left alone at first. */
  readonly pauseMs: number;
  /** Is told when a department begins to be left alone, and when it is asked again. */
  readonly onChange: (isSlow: boolean) => void;
}

/** One question that was let through. */
export interface Asked {
  readonly at: number;
  readonly isTrial: boolean;
}

/** Decides whether a department is asked, by how long it took to answer before. Moments are of performance.now. */
export class SlowCircuit {
  readonly #options: SlowCircuitOptions;
  #slowInARow = 0;
  /** When the last slow answer was counted; one to a question from before then tells nothing more. */
  #countedAt = Number.NEGATIVE_INFINITY;
  #pauseMs: number;
  #triedAgainAt = 0;
  #trying = false;

  constructor(options: SlowCircuitOptions) {
    this.#options = options;
    this.#pauseMs = options.pauseMs;
  }

  get #isOpen(): boolean {
    return this.#slowInARow >= SLOW_IN_A_ROW;
  }

  /** Lets a question through, or answers null where the department is left alone. */
  admit(now: number): Asked | null {
    if (!this.#isOpen) return { at: now, isTrial: false };
    if (this.#trying || now < this.#triedAgainAt) return null;
    this.#trying = true;
    return { at: now, isTrial: true };
  }

  /** Takes note of when a question was answered, or was given up by whoever asked it. */
  ended({ at, isTrial }: Asked, now: number, wasGivenUp: boolean): void {
    const { slowMs, othersMs } = this.#options;
    const isSlow = now - at > Math.max(slowMs, TIMES_OTHERS * othersMs());
    if (isTrial) this.#trying = false;
    if (isSlow) this.#countSlow(at, isTrial, now);
    else if (!wasGivenUp && (isTrial || !this.#isOpen)) this.#close();
  }

  #countSlow(at: number, isTrial: boolean, now: number): void {
    if (isTrial) this.#pauseMs = Math.min(this.#pauseMs * 2, this.#options.pauseMs * LONGEST_PAUSES);
    else if (this.#isOpen || at < this.#countedAt) return;
    else this.#slowInARow += 1;
    this.#countedAt = now;
    if (!this.#isOpen) return;
    this.#triedAgainAt = now + this.#pauseMs;
    if (!isTrial) this.#options.onChange(true);
  }

  #close(): void {
    const wasOpen = this.#isOpen;
    this.#slowInARow = 0;
    this.#pauseMs = this.#options.pauseMs;
    if (wasOpen) this.#options.onChange(false);
  }
}
