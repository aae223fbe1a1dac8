/** How much of what is known of a department its newest answer is. */
const NEWEST = 0.2;

/** How long departments take to answer lately, so that one that is slow can be told from a machine that is busy. */
export class UsualPace {
  readonly #milliseconds = new Map<string, number>();

  /** Takes note of how long a department took. */
  note(department: string, milliseconds: number): void {
    const before = this.#milliseconds.get(department) ?? milliseconds;
    this.#milliseconds.set(department, before + NEWEST * (milliseconds - before));
  }

  /** What the others take, the middle one of them; 0 where there are none. */
  ofOthersThan(department: string): number {
    const others = [...this.#milliseconds].filter(([name]) => name !== department).map(([, own]) => own);
    others.sort((one, other) => one - other);
    return others[Math.floor(others.length / 2)] ?? 0;
  }
}
