import type pg from 'pg';
import type { RejectionReason } from './columns/column-rule.ts';
import { CopySink } from './copy-rows.ts';
import { copyText } from './copy-text.ts';

const COLUMNS = ['batch_id', 'line', 'raw', 'reason', 'column_header'];

/** Takes the rows of a batch that are set aside, as they came. */
export class QuarantineSink extends CopySink {
  readonly #batchId: string;

  constructor(client: pg.ClientBase, batchId: string) {
    super(client, 'exchange.quarantined_row', COLUMNS);
    this.#batchId = batchId;
  }

  /** Sets a row aside; it is sent with the next flush. */
  setAside(line: number, raw: string, reason: RejectionReason, header: string | null): void {
    const column = header === null ? '\\N' : copyText(header);
    this.add(`${this.#batchId}\t${line}\t${copyText(raw)}\t${reason}\t${column}\n`);
  }
}
