import { placeOf, type RegisterSeal } from '../kit/sealing/register-seal.ts';
import type { CanonicalNumber, CellValue, Derivation } from './columns/column-rule.ts';
import type { ExtractLayout } from './layout.ts';
import type { CompiledColumn } from './row-batch.ts';

interface Derived {
  readonly offset: number;
  readonly from: readonly number[];
  readonly make: Derivation['make'];
}

/** Whether a layout has columns that are sealed, or made of such. */
export const sealsAnything = (columns: readonly CompiledColumn[]): boolean =>
  columns.some(({ rule }) => rule.sealed || rule.derived);

/** Seals the values of linked rows, each for its own row, and makes the columns that are derived of them before. */
export class RowSealing {
  readonly #columns: readonly { readonly offset: number; readonly name: string }[];
  readonly #derived: readonly Derived[];
  readonly #key: readonly number[];
  readonly #table: string;
  readonly #seal: RegisterSeal;

  constructor(columns: readonly CompiledColumn[], { table, key }: ExtractLayout, seal: RegisterSeal) {
    const offsetOf = (wanted: string): number => {
      const offset = columns.findIndex(({ name }) => name === wanted);
      if (offset === -1) throw new Error(`Expected a column ${wanted} in the layout of ${table}.`);
      return offset;
    };
    this.#columns = columns.flatMap(({ name, rule }, offset) => (rule.sealed ? [{ offset, name }] : []));
    this.#derived = columns.flatMap(({ rule: { derived } }, offset) =>
      derived ? [{ offset, from: derived.from.map(offsetOf), make: derived.make }] : [],
    );
    this.#key = key.map(offsetOf);
    this.#table = table;
    this.#seal = seal;
  }

  /** Puts what is kept in the place of what was read, in the row that begins at this place of the values. */
  seal(values: CellValue[], start: number): void {
    for (const { offset, from, make } of this.#derived) {
      const sources = from.map((source) => values[start + source] as string | null);
      values[start + offset] = sources.includes(null) ? null : make(sources as string[], this.#seal);
    }
    const key = this.#key.map((offset) => values[start + offset]);
    for (const { offset, name } of this.#columns) {
      const value = values[start + offset] as string | readonly CanonicalNumber[] | null;
      if (value === null) continue;
      const place = placeOf(this.#table, name, key);
      values[start + offset] =
        typeof value === 'string'
          ? this.#seal.seal(value, place)
          : value.map(({ canonical }) => this.#seal.seal(canonical, place));
    }
  }
}
