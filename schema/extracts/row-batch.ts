import { areas } from '../kit/areas/areas.ts';
import { type CellValue, type ColumnRule, type NormalisationRule, Rejection } from './columns/column-rule.ts';
import { rejections } from './columns/rejections.ts';
import type { RecognisedLayout } from './recognise-layout.ts';

/** The rules by which cells are put right, in the order of their bits in a row's mask. */
export const NORMALISATION_RULES: readonly NormalisationRule[] = [
  'full-width',
  'lower-case',
  'surrounding-space',
  'fifteen-to-eighteen',
  'retired-area',
  'variant-character',
];

/** A column of the layout with where it stands in the file and in the table. */
export interface CompiledColumn {
  readonly name: string;
  readonly rule: ColumnRule;
  readonly position: number;
  /** Stored where the cell is empty. */
  readonly whenEmpty: CellValue;
  readonly isKey: boolean;
}

/** The area of the whole district: where a row belongs whose own area nobody knows. */
export const DISTRICT = [...areas.values()].find(({ level }) => level === 'COUNTY')?.code as string;

/** The columns of a layout in the order of its definition, for a file with this header. */
export function compileColumns({ layout, positions }: RecognisedLayout): CompiledColumn[] {
  const missing = layout.key.find((name) => !(name in layout.columns));
  if (missing) throw new Error(`Expected key column ${missing} among the columns of layout ${layout.name}.`);
  return Object.entries(layout.columns).map(([name, rule]) => ({
    name,
    rule,
    position: positions.get(rule.header) as number,
    whenEmpty: name === 'area_code' ? DISTRICT : null,
    isKey: layout.key.includes(name),
  }));
}

/** Why a row is set aside, and the header of the cell that says so. */
export interface RejectedCell {
  readonly reason: Rejection['reason'];
  readonly header: string;
}

/**
 * Accepted rows on their way to the table, column values side by side. It is filled, linked, written and cleared
 * again and again, so that a file of any length takes the memory of one batch.
 */
export class RowBatch {
  readonly columns: readonly CompiledColumn[];
  readonly capacity: number;
  size = 0;
  /** Row after row, as many values as there are columns. */
  readonly values: CellValue[];
  /** Bits of NORMALISATION_RULES, by row. */
  readonly masks: Uint8Array;
  /** Party cells without a usable number, by row. */
  readonly unlinked: Uint16Array;
  readonly lines: Float64Array;
  readonly raws: string[] = [];
  #mask = 0;
  readonly #note = (rule: NormalisationRule): void => {
    this.#mask |= 1 << NORMALISATION_RULES.indexOf(rule);
  };

  constructor(columns: readonly CompiledColumn[], capacity: number) {
    this.columns = columns;
    this.capacity = capacity;
    this.values = new Array<CellValue>(capacity * columns.length).fill(null);
    this.masks = new Uint8Array(capacity);
    this.unlinked = new Uint16Array(capacity);
    this.lines = new Float64Array(capacity);
  }

  /** Reads a row's cells; null where it was taken in, else why it is set aside. */
  add(cells: readonly string[], line: number, raw: string): RejectedCell | null {
    const { columns, values } = this;
    let at = this.size * columns.length;
    let unlinked = 0;
    this.#mask = 0;
    for (let index = 0; index < columns.length; index++) {
      const column = columns[index] as CompiledColumn;
      let value = column.rule.read(cells[column.position] as string, this.#note);
      if (value === null) {
        if (column.isKey) value = rejections.MISSING_VALUE;
        else {
          if (column.rule.kind === 'party') unlinked++;
          value = column.whenEmpty;
        }
      }
      if (value instanceof Rejection) return { reason: value.reason, header: column.rule.header };
      values[at++] = value;
    }
    this.masks[this.size] = this.#mask;
    this.unlinked[this.size] = unlinked;
    this.lines[this.size] = line;
    this.raws[this.size] = raw;
    this.size++;
    return null;
  }

  /** Forgets its rows. */
  clear(): void {
    this.size = 0;
  }
}
