import type pg from 'pg';
import type { RegisterSeal } from '../kit/sealing/register-seal.ts';
import type { CellValue, RejectionReason } from './columns/column-rule.ts';
import type { ExtractLayout } from './layout.ts';
import { QuarantineSink } from './quarantine-sink.ts';
import type { RowBatch } from './row-batch.ts';
import type { RowDestination } from './row-destination.ts';
import type { RepeatedRows, RowLoad } from './row-load.ts';

/** What it takes to hand the rows of one file over. */
export interface HandOver {
  readonly client: pg.ClientBase;
  readonly destination: RowDestination;
  readonly layout: ExtractLayout;
  readonly batchId: string;
  readonly seal: RegisterSeal;
}

/**
 * Hands rows over to where a department keeps them, which says what repeats an earlier row of the file; what is set aside
 * stays in the department's database, within the caller's transaction.
 */
export class DestinationLoad implements RowLoad {
  readonly #options: HandOver;
  readonly #quarantine: QuarantineSink;
  readonly #repeated: RepeatedRows[] = [];

  private constructor(options: HandOver) {
    this.#options = options;
    this.#quarantine = new QuarantineSink(options.client, options.batchId, options.seal);
  }

  /** Begins a batch in the destination. */
  static async begin(options: HandOver): Promise<DestinationLoad> {
    const { client, destination, layout, batchId } = options;
    const { rows } = await client.query<{ id: string }>(
      'SELECT batch_id AS id FROM exchange.outbox WHERE delivered_at IS NULL',
    );
    await destination.begin({ id: batchId, layout: layout.name, keep: rows.map(({ id }) => id) });
    return new DestinationLoad(options);
  }

  async add(batch: RowBatch, areas: readonly string[] | null): Promise<void> {
    if (batch.size === 0) return;
    const { destination, layout, batchId } = this.#options;
    const width = batch.columns.length;
    const names = batch.columns.map(({ name }) => name);
    const rows = Array.from({ length: batch.size }, (_, row): CellValue[] => {
      const values = batch.values.slice(row * width, (row + 1) * width);
      return areas === null ? values : [...values, areas[row] as string];
    });
    const columns = areas === null ? names : [...names, 'area_code'];
    const header = layout.key.map((name) => layout.columns[name]?.header).join(', ');
    for (const row of await destination.take({ id: batchId, columns, rows })) {
      this.#quarantine.setAside(batch.lines[row] as number, batch.raws[row] as string, 'DUPLICATE_ROW', header);
      this.#repeated.push({ mask: batch.masks[row] as number, unlinked: batch.unlinked[row] as number, rows: 1 });
    }
    if (this.#quarantine.isFull) await this.#quarantine.flush();
  }

  setAside(line: number, raw: string, reason: RejectionReason, header: string | null): void {
    this.#quarantine.setAside(line, raw, reason, header);
  }

  async finish(): Promise<readonly RepeatedRows[]> {
    await this.#quarantine.flush();
    return this.#repeated;
  }
}
