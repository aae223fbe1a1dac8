import type pg from 'pg';
import type { Database } from '../register/database.ts';
import { statement } from '../register/statement.ts';
import { quoteName } from './copy-rows.ts';
import type { ExtractLayout } from './layout.ts';
import type { BatchSummary, LinkRegister } from './link-register.ts';
import type { RowDestination } from './row-destination.ts';

const PAGE = 5_000;
const FIRST_ID = '00000000-0000-0000-0000-000000000000';

const undelivered = statement<{ id: string }>(
  'SELECT batch_id AS id FROM exchange.outbox WHERE delivered_at IS NULL ORDER BY batch_id',
);

const LOCKED_BATCH = `
  SELECT id, department, layout, catalogue_id AS "catalogueId", file, sha256, as_of AS "asOf",
    started_at AS "startedAt", finished_at AS "finishedAt", rows, accepted, quarantined, unlinked, normalised, reasons
  FROM exchange.outbox JOIN exchange.import_batch ON id = batch_id
  WHERE batch_id = $1 AND delivered_at IS NULL FOR UPDATE OF outbox SKIP LOCKED`;

/** Whose batches are told of, and whom. */
export interface Delivery {
  readonly database: Database;
  readonly layouts: readonly ExtractLayout[];
  readonly link: LinkRegister;
  readonly destination: RowDestination | null;
}

/**
 * Tells the link register of every batch that it was not told of yet, oldest first, with the areas of the people and
 * households in it; before, where rows are kept elsewhere, lets the batch's count there. What fails stays for the next
 * time and is thrown; telling twice does no harm.
 */
export async function deliverOutbox({ database, layouts, link, destination }: Delivery): Promise<void> {
  for (const { id } of await database.query(undelivered, [])) {
    await database.transaction(async (client) => {
      const [batch] = (await client.query<BatchSummary>(LOCKED_BATCH, [id])).rows;
      if (!batch) return;
      await destination?.commit(batch);
      const layout = layouts.find(({ name }) => name === batch.layout);
      if (layout) await publishAreas(client, layout, id, link);
      await link.receiveBatch(batch);
      await client.query('UPDATE exchange.outbox SET delivered_at = now() WHERE batch_id = $1', [id]);
    });
  }
}

/** Tells where the people or households of a batch are, a page at a time; other layouts tell nothing. */
async function publishAreas(
  client: pg.ClientBase,
  { table, population, households }: ExtractLayout,
  batchId: string,
  link: LinkRegister,
): Promise<void> {
  if (population) {
    for await (const rows of areasInBatch(client, table, population.person, population.area, batchId)) {
      await link.publishAreas(rows.map(({ id, areaCode }) => ({ person: id, areaCode })));
    }
  }
  if (households) {
    for await (const rows of areasInBatch(client, table, households.household, households.area, batchId)) {
      await link.publishHouseholdAreas(rows.map(({ id, areaCode }) => ({ household: id, areaCode })));
    }
  }
}

async function* areasInBatch(
  client: pg.ClientBase,
  table: string,
  idColumn: string,
  areaColumn: string,
  batchId: string,
): AsyncGenerator<{ readonly id: string; readonly areaCode: string }[], void, undefined> {
  const id = quoteName(idColumn);
  const text = `SELECT ${id} AS id, ${quoteName(areaColumn)} AS "areaCode"
    FROM ${quoteName(table)} WHERE batch_id = $1 AND ${id} > $2 ORDER BY ${id} LIMIT ${PAGE}`;
  for (let last = FIRST_ID; ; ) {
    const { rows } = await client.query<{ id: string; areaCode: string }>(text, [batchId, last]);
    if (rows.length > 0) yield rows;
    if (rows.length < PAGE) return;
    last = (rows.at(-1) as { id: string }).id;
  }
}
