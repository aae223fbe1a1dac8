import type pg from 'pg';
import type { RegisterSeal } from '../kit/sealing/register-seal.ts';
import type { RejectionReason } from './columns/column-rule.ts';
import { CopySink, quoteName } from './copy-rows.ts';
import { DuplicateFilter } from './duplicate-filter.ts';
import type { ExtractLayout } from './layout.ts';
import { QuarantineSink } from './quarantine-sink.ts';
import type { RowBatch } from './row-batch.ts';
import type { RepeatedRows, RowLoad } from './row-load.ts';
import type { RowWriter } from './row-writer.ts';

const STAGING = 'pg_temp.extract_staging';

export interface LoadOptions {
  readonly layout: ExtractLayout;
  readonly writer: RowWriter;
  readonly batchId: string;
  readonly seal: RegisterSeal;
  /** About how many rows will come, rather too many than too few. */
  readonly expectedRows: number;
}

/**
 * Brings rows into a layout's table within the caller's transaction. Into an empty table they are copied as they come,
 * save those whose key may have come before; into any other, and those, by way of a temporary table, where SQL decides
 * which came first and what a row replaces.
 */
export class TableLoad implements RowLoad {
  readonly #client: pg.ClientBase;
  readonly #layout: ExtractLayout;
  readonly #writer: RowWriter;
  readonly #filter: DuplicateFilter;
  readonly #direct: CopySink | null;
  readonly #staging: CopySink;
  readonly #quarantine: QuarantineSink;
  readonly #batchId: string;
  #sending: Promise<void> = Promise.resolve();
  #suspects = 0;

  private constructor(
    client: pg.ClientBase,
    { layout, writer, batchId, seal, expectedRows }: LoadOptions,
    isEmpty: boolean,
  ) {
    this.#client = client;
    this.#layout = layout;
    this.#writer = writer;
    this.#batchId = batchId;
    this.#filter = new DuplicateFilter(expectedRows);
    this.#direct = isEmpty ? new CopySink(client, quoteName(layout.table), writer.columns) : null;
    this.#staging = new CopySink(client, STAGING, [...writer.columns, 'line', 'raw', 'mask', 'unlinked']);
    this.#quarantine = new QuarantineSink(client, batchId, seal);
  }

  /** Begins a load in the client's transaction. */
  static async begin(client: pg.ClientBase, options: LoadOptions): Promise<TableLoad> {
    const { layout, writer } = options;
    const table = quoteName(layout.table);
    const columns = writer.columns.map(quoteName).join(', ');
    const { rows } = await client.query(`SELECT NOT EXISTS (SELECT FROM ${table}) AS "isEmpty"`);
    await client.query(
      `CREATE TEMPORARY TABLE extract_staging ON COMMIT DROP AS
       SELECT ${columns}, NULL::bigint AS line, NULL::text AS raw, NULL::int AS mask, NULL::int AS unlinked
       FROM ${table} WITH NO DATA`,
    );
    return new TableLoad(client, options, rows[0].isEmpty);
  }

  /** Takes the rows of a batch; they are on their way to the server when this resolves. */
  async add(batch: RowBatch, areas: readonly string[] | null): Promise<void> {
    for (let row = 0; row < batch.size; row++) {
      const line = this.#writer.write(batch, row, areas === null ? null : (areas[row] as string));
      const suspect = this.#filter.mayRepeat(this.#writer.key);
      if (suspect) {
        this.#suspects++;
        const raw = this.#quarantine.sealed(batch.lines[row] as number, batch.raws[row] as string);
        this.#staging.add(`${line}\t${batch.lines[row]}\t${raw}\t${batch.masks[row]}\t${batch.unlinked[row]}\n`);
      } else if (this.#direct) {
        this.#direct.add(`${line}\n`);
      } else {
        this.#staging.add(`${line}\t${batch.lines[row]}\t\\N\t0\t0\n`);
      }
    }
    await this.#sending;
    if (this.#direct?.isFull || this.#staging.isFull || this.#quarantine.isFull) this.#send();
  }

  /** Sets a row aside; it is sent with the next rows. */
  setAside(line: number, raw: string, reason: RejectionReason, header: string | null): void {
    this.#quarantine.setAside(line, raw, reason, header);
  }

  /** Sets rows aside whose key came before in the file, brings in what is left, and tells what was set aside. */
  async finish(): Promise<RepeatedRows[]> {
    await this.#sending;
    this.#send();
    await this.#sending;
    const repeated = this.#suspects === 0 ? [] : await this.#setRepeatedAside();
    if (this.#direct === null || this.#suspects > 0) await this.#bringIn();
    // Plans made before the server looks at a new table by itself would take it for empty.
    if (this.#direct !== null) await this.#client.query(`ANALYZE ${quoteName(this.#layout.table)}`);
    return repeated;
  }

  #send(): void {
    const direct = this.#direct;
    this.#sending = (async () => {
      await direct?.flush();
      await this.#staging.flush();
      await this.#quarantine.flush();
    })();
    // A failure is met by the next await; without a listener meanwhile it would end the process.
    this.#sending.catch(() => undefined);
  }

  async #setRepeatedAside(): Promise<RepeatedRows[]> {
    await this.#client.query(`ANALYZE ${STAGING}`);
    const within = await this.#setAsideWhere(`${STAGING} AS first`, 'AND first.line < repeated.line');
    if (this.#direct === null) return within;
    // Into an empty table only this file's rows went: what stands there came earlier in it.
    return [...within, ...(await this.#setAsideWhere(`${quoteName(this.#layout.table)} AS first`, ''))];
  }

  async #setAsideWhere(first: string, condition: string): Promise<RepeatedRows[]> {
    const { key, columns } = this.#layout;
    const sameKey = key.map((name) => `first.${quoteName(name)} = repeated.${quoteName(name)}`).join(' AND ');
    const { rows } = await this.#client.query<RepeatedRows>(
      `WITH aside AS (
         DELETE FROM ${STAGING} AS repeated USING ${first}
         WHERE repeated.raw IS NOT NULL AND ${sameKey} ${condition}
         RETURNING repeated.line, repeated.raw, repeated.mask, repeated.unlinked
       ), kept AS (
         INSERT INTO exchange.quarantined_row (batch_id, line, raw, reason, column_header)
         SELECT $1, line, raw, 'DUPLICATE_ROW', $2 FROM aside
       )
       SELECT mask, unlinked, count(*)::int AS rows FROM aside GROUP BY mask, unlinked`,
      [this.#batchId, key.map((name) => columns[name]?.header).join(', ')],
    );
    return rows;
  }

  async #bringIn(): Promise<void> {
    const { key, table } = this.#layout;
    const columns = this.#writer.columns.map(quoteName);
    const changes = this.#writer.columns
      .filter((name) => !key.includes(name))
      .map((name) => `${quoteName(name)} = EXCLUDED.${quoteName(name)}`);
    await this.#client.query(
      `INSERT INTO ${quoteName(table)} (${columns.join(', ')}) SELECT ${columns.join(', ')} FROM ${STAGING}
       ON CONFLICT (${key.map(quoteName).join(', ')}) DO UPDATE SET ${changes.join(', ')}`,
    );
  }
}
