/** Remembers each id for at least the given time and forgets it within twice that, in memory bounded by the traffic. */
export class SeenIds {
  readonly #lifeMs: number;
  #recent = new Set<string>();
  #older = new Set<string>();
  #turnedAt = performance.now();

  constructor(lifeMs: number) {
    this.#lifeMs = lifeMs;
  }

  /** Whether the id comes for the first time; it is remembered from then on. */
  add(id: string): boolean {
    this.#turn();
    if (this.#recent.has(id) || this.#older.has(id)) return false;
    this.#recent.add(id);
    return true;
  }

  #turn(): void {
    const since = performance.now() - this.#turnedAt;
    if (since < this.#lifeMs) return;
    this.#older = since < 2 * this.#lifeMs ? this.#recent : new Set();
    this.#recent = new Set();
    this.#turnedAt = performance.now();
  }
}
