import { type DirtCode, dirtKinds } from './dirt-kinds.ts';
import { hashText, mix } from './random.ts';

export * from './dirt-kinds.ts';

/** Decides which rows of one layout are dirty. */
export interface Dirt {
  /** The kind that this row carries, or null; at most one a row, chosen among the kinds the layout admits. */
  at(row: number): DirtCode | null;
  /** A number in [0, 1) that is the row's own, for choosing how exactly it is soiled. */
  drawAt(row: number): number;
}

/**
 * The dirt of one layout. Deterministic by (seed, department, layout, row). `admits` lists the kinds that make sense
 * there; `intensity` multiplies all rates (0 makes a clean extract). Kinds with a condition (an X at the end, a
 * deceased person) are the caller's to check: where it does not hold the row stays clean.
 */
export function dirtOf(
  seed: number,
  department: string,
  layout: string,
  admits: readonly DirtCode[],
  intensity = 1,
): Dirt {
  const base = mix(mix(mix(seed, hashText(department)), hashText(layout)), 0xd127);
  const draw = (row: number, salt: number): number => mix(mix(base, row), salt) / 4294967296;
  return {
    at(row) {
      let left = draw(row, 1);
      for (const code of admits) {
        left -= dirtKinds[code].rate * intensity;
        if (left < 0) return code;
      }
      return null;
    },
    drawAt: (row) => draw(row, 2),
  };
}
