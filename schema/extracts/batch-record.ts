import type pg from 'pg';
import type { BatchSummary } from './link-register.ts';

/** Keeps other imports into this register waiting until the client's transaction ends. */
export async function lockImports(client: pg.ClientBase): Promise<void> {
  await client.query(`SELECT pg_advisory_xact_lock(hashtextextended('extracts.import', 0))`);
}

/** Id of the batch in which this very file was taken in under this layout. */
export async function batchOfFile(client: pg.ClientBase, layout: string, sha256: string): Promise<string | undefined> {
  const { rows } = await client.query<{ id: string }>(
    'SELECT id FROM exchange.import_batch WHERE layout = $1 AND sha256 = $2',
    [layout, sha256],
  );
  return rows[0]?.id;
}

/** Records a batch, and that the link register is to be told of it. */
export async function recordBatch(client: pg.ClientBase, summary: BatchSummary): Promise<void> {
  await client.query(
    `INSERT INTO exchange.import_batch (id, department, layout, catalogue_id, file, sha256, as_of, started_at,
       finished_at, rows, accepted, quarantined, unlinked, normalised, reasons)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)`,
    [
      summary.id,
      summary.department,
      summary.layout,
      summary.catalogueId,
      summary.file,
      summary.sha256,
      summary.asOf,
      summary.startedAt,
      summary.finishedAt,
      summary.rows,
      summary.accepted,
      summary.quarantined,
      summary.unlinked,
      JSON.stringify(summary.normalised),
      JSON.stringify(summary.reasons),
    ],
  );
  await client.query('INSERT INTO exchange.outbox (batch_id) VALUES ($1)', [summary.id]);
}
