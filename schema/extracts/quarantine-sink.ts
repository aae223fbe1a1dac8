import type pg from 'pg';
import { placeOf, type RegisterSeal } from '../kit/sealing/register-seal.ts';
import type { RejectionReason } from './columns/column-rule.ts';
import { CopySink } from './copy-rows.ts';
import { copyText } from './copy-text.ts';

const COLUMNS = ['batch_id', 'line', 'raw', 'reason', 'column_header'];

/** The quarantine as a table with a sealed column. */
export const sealedQuarantine = {
  name: 'exchange.quarantined_row',
  table: 'quarantined_row',
  key: ['batch_id', 'line'],
  sealed: ['raw'],
  derived: [],
} as const;

/** Where a row that was set aside keeps its text. */
export const quarantinePlace = (batchId: string, line: number): string =>
  placeOf('quarantined_row', 'raw', [batchId, line]);

/** Takes the rows of a batch that are set aside, as they came; what they say is sealed. */
export class QuarantineSink extends CopySink {
  readonly #batchId: string;
  readonly #seal: RegisterSeal;

  constructor(client: pg.ClientBase, batchId: string, seal: RegisterSeal) {
    super(client, 'exchange.quarantined_row', COLUMNS);
    this.#batchId = batchId;
    this.#seal = seal;
  }

  /** The text of a row, sealed for its place in the quarantine. */
  sealed(line: number, raw: string): string {
    return this.#seal.seal(raw, quarantinePlace(this.#batchId, line));
  }

  /** Sets a row aside; it is sent with the next flush. */
  setAside(line: number, raw: string, reason: RejectionReason, header: string | null): void {
    const column = header === null ? '\\N' : copyText(header);
    this.add(`${this.#batchId}\t${line}\t${this.sealed(line, raw)}\t${reason}\t${column}\n`);
  }
}
