import type { RefusalCode } from './refused.ts';

/** A selection that was cut from an operation. */
export interface RefusedSelection {
  /** Response keys up to and including the first list. */
  readonly path: readonly string[];
  readonly code: RefusalCode;
  /** The field that does not answer, for example `Person.identity`. */
  readonly coordinate: string;
}

/** Collects refused selections, each path and coordinate once. */
export class Refusals {
  private readonly byPlace = new Map<string, RefusedSelection>();

  add(refusal: RefusedSelection): void {
    this.byPlace.set(`${refusal.path.join('.')} ${refusal.coordinate}`, refusal);
  }

  list(): readonly RefusedSelection[] {
    return [...this.byPlace.values()];
  }
}
