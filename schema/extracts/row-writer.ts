import type { RegisterSeal } from '../kit/sealing/register-seal.ts';
import type { CanonicalNumber, CellValue, ColumnKind } from './columns/column-rule.ts';
import { copyArray, copyText } from './copy-text.ts';
import type { ExtractLayout } from './layout.ts';
import type { CompiledColumn, RowBatch } from './row-batch.ts';
import { RowSealing, sealsAnything } from './row-sealing.ts';

type Encode = (value: CellValue) => string;

const PLAIN: Encode = (value) => (value === null ? '\\N' : (value as string));
const TEXT: Encode = (value) => (value === null ? '\\N' : copyText(value as string));
const NUMBER: Encode = (value) => (value === null ? '\\N' : String(value as number));
const FLAG: Encode = (value) => (value === null ? '\\N' : value ? 't' : 'f');
const LIST: Encode = (value) => copyArray((value ?? []) as readonly string[]);
const NUMBERS: Encode = (value) =>
  copyArray(((value ?? []) as readonly CanonicalNumber[]).map(({ canonical }) => canonical));

const ENCODERS: Readonly<Record<ColumnKind, Encode>> = {
  text: TEXT,
  name: TEXT,
  'free-text': TEXT,
  code: TEXT,
  integer: NUMBER,
  decimal: PLAIN,
  flag: FLAG,
  date: PLAIN,
  'birth-date': PLAIN,
  'date-time': PLAIN,
  month: PLAIN,
  area: PLAIN,
  'credit-code': PLAIN,
  list: LIST,
  'identity-number': PLAIN,
  person: PLAIN,
  party: PLAIN,
  'previous-persons': NUMBERS,
  household: PLAIN,
  'previous-households': LIST,
  dwelling: PLAIN,
};

/** What it takes to write the rows of one file. */
export interface RowForm {
  readonly columns: readonly CompiledColumn[];
  readonly layout: ExtractLayout;
  readonly batchId: string;
  readonly seal: RegisterSeal;
}

/**
 * Writes linked rows as lines of COPY: the layout's columns, those that are sealed as ciphertext, the batch id, and the
 * area where rows take a person's.
 */
export class RowWriter {
  /** Columns of the table, in the order of the line. */
  readonly columns: readonly string[];
  /** The key of the row written last. */
  key = '';
  readonly #encoders: readonly Encode[];
  readonly #isKey: readonly boolean[];
  readonly #batchId: string;
  readonly #sealing: RowSealing | null;

  constructor({ columns, layout, batchId, seal }: RowForm) {
    const inherited = layout.inheritsAreaOf === undefined ? [] : ['area_code'];
    this.columns = [...columns.map(({ name }) => name), 'batch_id', ...inherited];
    this.#encoders = columns.map(({ rule }) =>
      rule.sealed && rule.kind === 'previous-persons' ? LIST : ENCODERS[rule.kind],
    );
    this.#isKey = columns.map(({ isKey }) => isKey);
    this.#batchId = batchId;
    this.#sealing = sealsAnything(columns) ? new RowSealing(columns, layout, seal) : null;
  }

  /** The row's line, without its line break. */
  write({ values }: RowBatch, row: number, area: string | null): string {
    const encoders = this.#encoders;
    const width = encoders.length;
    this.#sealing?.seal(values, row * width);
    let at = row * width;
    let line = '';
    let key = '';
    for (let index = 0; index < width; index++) {
      const cell = (encoders[index] as Encode)(values[at++] as CellValue);
      line += `${cell}\t`;
      if (this.#isKey[index]) key = key === '' ? cell : `${key}\t${cell}`;
    }
    this.key = key;
    return area === null ? line + this.#batchId : `${line}${this.#batchId}\t${area}`;
  }
}
