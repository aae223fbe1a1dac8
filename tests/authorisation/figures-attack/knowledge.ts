import type { Question, Subject, ToldRow } from './oracle.ts';

/** A figure by its area, of 0, 9 or 12 digits, and a value of each dimension or `*`. */
export type Cell = string;

export const cellOf = (area: string, values: readonly string[]): Cell => [area, ...values].join('|');

/** What an attacker has found out so far. */
export class Knowledge {
  /** Values that were told, or follow from what was told. */
  readonly known = new Map<Cell, number>();
  /** Figures that were withheld: somebody may be counted in them. */
  readonly withheld = new Set<Cell>();
  /** Sums of withheld figures that were told as one. */
  readonly sums: { readonly cells: readonly Cell[]; readonly total: number }[] = [];
  /** Values that were told in two ways which contradict each other. */
  readonly contradictions: string[] = [];
  private readonly dimensions: readonly string[];

  constructor({ dimensions }: Subject) {
    this.dimensions = dimensions;
  }

  /** Learns the answer to a question of a single area. */
  learn({ areas, areaCode = '', only, groupBy }: Question, rows: readonly ToldRow[]): void {
    const place = areas.length === 1 ? longer(areas[0] ?? '', areaCode) : areaCode;
    for (const { keys, count } of rows) {
      const keyOf = (dimension: string) => keys[groupBy.indexOf(dimension)];
      const area = keyOf('AREA') ?? keyOf('TOWN') ?? (place.length < 9 ? '' : place);
      const cell = cellOf(
        area,
        this.dimensions.map((name) => only[name] ?? keyOf(name) ?? '*'),
      );
      const before = this.known.get(cell);
      if (count === null) this.withheld.add(cell);
      else if (before === undefined) this.known.set(cell, count);
      else if (before !== count) this.contradictions.push(cell);
    }
  }

  /** Learns what several areas count together. */
  learnSum(cells: readonly Cell[], total: number): void {
    this.sums.push({ cells, total });
  }
}

const longer = (one: string, other: string) => (one.length > other.length ? one : other);
