/** A sum of unknowns, each with its factor, and what it comes to. */
export interface Equation {
  readonly unknown: ReadonlyMap<string, number>;
  readonly value: number;
}

type Row = Map<number, number>;

/** Counts are far below it, so that what is found modulo it is what it is. */
const PRIME = 1_000_003;
const VALUE = -1;

const modulo = (value: number): number => ((value % PRIME) + PRIME) % PRIME;

/**
 * The unknowns to which linear equations leave one value, by elimination modulo a prime; at most so many unknowns are
 * taken, those of the first equations.
 */
export function determined(equations: readonly Equation[], most: number): Map<string, number> {
  const numbers = new Map<string, number>();
  const pivots = new Map<number, Row>();
  for (const { unknown, value } of equations) {
    if (unknown.size === 0) continue;
    const fresh = [...unknown.keys()].filter((name) => !numbers.has(name));
    if (numbers.size + fresh.length > most) continue;
    for (const name of fresh) numbers.set(name, numbers.size);
    const row: Row = new Map([[VALUE, modulo(value)]]);
    for (const [name, factor] of unknown) row.set(numbers.get(name) ?? 0, modulo(factor));
    // Pivots hold no other pivot, so that one pass clears them all.
    for (const column of [...row.keys()]) {
      const pivot = pivots.get(column);
      const factor = row.get(column);
      if (pivot && factor) add(row, pivot, PRIME - factor);
    }
    const column = [...row.keys()].find((key) => key !== VALUE);
    if (column === undefined) continue;
    scale(row, inverse(row.get(column) ?? 1));
    for (const other of pivots.values()) {
      const factor = other.get(column);
      if (factor) add(other, row, PRIME - factor);
    }
    pivots.set(column, row);
  }
  const found = new Map<string, number>();
  for (const [name, number] of numbers) {
    const row = pivots.get(number);
    if (row && [...row.keys()].every((key) => key === VALUE || key === number)) found.set(name, row.get(VALUE) ?? 0);
  }
  return found;
}

function add(row: Row, other: Row, factor: number): void {
  for (const [column, value] of other) {
    const sum = modulo((row.get(column) ?? 0) + value * factor);
    if (sum === 0 && column !== VALUE) row.delete(column);
    else row.set(column, sum);
  }
}

function scale(row: Row, factor: number): void {
  for (const [column, value] of row) row.set(column, modulo(value * factor));
}

/** By Fermat: the power of PRIME − 2. */
function inverse(value: number): number {
  let result = 1;
  for (let base = value, power = PRIME - 2; power > 0; power = Math.floor(power / 2)) {
    if (power % 2 === 1) result = modulo(result * base);
    base = modulo(base * base);
  }
  return result;
}
