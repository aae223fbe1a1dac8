import type { Condition } from './inclusion.ts';
import type { RefusalCode } from './refused.ts';

/** A selection that was cut from an operation. */
export interface RefusedSelection {
  /** Response keys up to and including the first list. */
  readonly path: readonly string[];
  readonly code: RefusalCode;
  /** The field that does not answer, for example `Person.identity`. */
  readonly coordinate: string;
  /** The selection counts, and is reported, only where these hold. */
  readonly conditions: readonly Condition[];
}

/** Collects refused selections, each path and coordinate once; an unconditional one stands for its conditional twins. */
export class Refusals {
  private readonly byPlace = new Map<string, RefusedSelection[]>();

  add(refusal: RefusedSelection): void {
    const place = `${refusal.path.join('.')} ${refusal.coordinate}`;
    const known = this.byPlace.get(place);
    if (known === undefined || refusal.conditions.length === 0) {
      this.byPlace.set(place, [refusal]);
    } else if (known.every(({ conditions }) => conditions.length > 0)) {
      known.push(refusal);
    }
  }

  list(): readonly RefusedSelection[] {
    return [...this.byPlace.values()].flat();
  }
}
