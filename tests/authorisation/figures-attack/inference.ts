import { type Cell, cellOf, type Knowledge } from './knowledge.ts';
import type { Subject } from './oracle.ts';
import { determined, type Equation } from './solve.ts';

/** A total and the parts that it falls into. */
interface Split {
  readonly whole: Cell;
  readonly parts: Cell[];
}

/** Every total with its parts: towns of the district, villages of a town, values of a dimension. */
export function splitsOf({ known, withheld }: Knowledge, { addsUp }: Subject): Split[] {
  const splits = new Map<string, Split>();
  const put = (whole: Cell, along: string, part: Cell) => {
    const key = `${whole} ${along}`;
    const split = splits.get(key);
    if (split) split.parts.push(part);
    else splits.set(key, { whole, parts: [part] });
  };
  for (const cell of new Set([...known.keys(), ...withheld])) {
    const [area = '', ...values] = cell.split('|');
    if (area !== '') put(cellOf(area.length > 9 ? area.slice(0, 9) : '', values), 'area', cell);
    if (!addsUp) continue;
    values.forEach((value, index) => {
      if (value !== '*') put(cellOf(area, values.with(index, '*')), String(index), cell);
    });
  }
  return [...splits.values()];
}

/** Follows totals less their parts until nothing more follows; answers what was found so. */
export function difference(knowledge: Knowledge, splits: readonly Split[]): Map<Cell, number> {
  const { known, sums } = knowledge;
  const found = new Map<Cell, number>();
  const valueOf = (cell: Cell) => known.get(cell) ?? found.get(cell);
  for (let before = -1; before !== found.size; ) {
    before = found.size;
    for (const { whole, parts } of splits) {
      const total = valueOf(whole);
      const missing = parts.filter((part) => valueOf(part) === undefined);
      const rest = parts.reduce((sum, part) => sum + (valueOf(part) ?? 0), 0);
      if (total === undefined) {
        if (missing.length === 0) found.set(whole, rest);
      } else if (missing.length === 1) found.set(missing[0] ?? '', total - rest);
      // Nobody is left for the others.
      else if (total === rest) for (const part of missing) found.set(part, 0);
    }
    for (const { cells, total } of sums) {
      const missing = cells.filter((cell) => valueOf(cell) === undefined);
      const rest = cells.reduce((sum, cell) => sum + (valueOf(cell) ?? 0), 0);
      if (missing.length === 1) found.set(missing[0] ?? '', total - rest);
    }
  }
  return found;
}

/** Narrows each withheld figure to what its totals and parts leave for it; answers those that have one value left. */
export function narrow(knowledge: Knowledge, splits: readonly Split[]): Map<Cell, number> {
  const { known, withheld } = knowledge;
  const least = new Map<Cell, number>(known);
  const most = new Map<Cell, number>(known);
  const low = (cell: Cell) => least.get(cell) ?? 0;
  const high = (cell: Cell) => most.get(cell) ?? Number.POSITIVE_INFINITY;
  const raise = (cell: Cell, value: number) => value > low(cell) && least.set(cell, value) && (changed = true);
  const lower = (cell: Cell, value: number) => value < high(cell) && most.set(cell, value) && (changed = true);
  let changed = true;
  for (let round = 0; changed && round < 50; round++) {
    changed = false;
    for (const { whole, parts } of splits) {
      const lowest = parts.reduce((sum, part) => sum + low(part), 0);
      const highest = parts.reduce((sum, part) => sum + high(part), 0);
      raise(whole, lowest);
      lower(whole, highest);
      for (const part of parts) {
        lower(part, high(whole) - (lowest - low(part)));
        if (Number.isFinite(highest - high(part))) raise(part, low(whole) - (highest - high(part)));
      }
    }
  }
  return new Map([...withheld].filter((cell) => low(cell) === high(cell)).map((cell) => [cell, low(cell)]));
}

/** Solves the equations of each family of tables at once: those of one area's values, and of the areas within one. */
export function solveTogether(knowledge: Knowledge, splits: readonly Split[], most: number): Map<Cell, number> {
  const { known, sums } = knowledge;
  const equationOf = (whole: Cell, parts: readonly Cell[]): Equation => {
    const total = known.get(whole);
    const unknown = new Map<Cell, number>(parts.filter((part) => !known.has(part)).map((part) => [part, 1]));
    if (total === undefined) unknown.set(whole, -1);
    const rest = parts.reduce((sum, part) => sum + (known.get(part) ?? 0), 0);
    return { unknown, value: (total ?? 0) - rest };
  };
  const families = Map.groupBy(splits, ({ whole, parts }) => {
    const area = whole.split('|')[0] ?? '';
    return parts[0]?.split('|')[0] === area ? familyOf(area) : area;
  });
  const found = new Map<Cell, number>();
  for (const [area, family] of families) {
    const equations = family.map(({ whole, parts }) => equationOf(whole, parts));
    for (const { cells, total } of sums) {
      if (cells.every((cell) => familyOf(cell.split('|')[0] ?? '') === area)) {
        const unknown = new Map(cells.filter((cell) => !known.has(cell)).map((cell) => [cell, 1]));
        const rest = cells.reduce((sum, cell) => sum + (known.get(cell) ?? 0), 0);
        equations.push({ unknown, value: total - rest });
      }
    }
    for (const [cell, value] of determined(equations, most)) found.set(cell, value);
  }
  return found;
}

/** The area whose equations an area belongs to: a village's values to those of its town. */
const familyOf = (area: string): string => (area.length > 9 ? area.slice(0, 9) : '');
