import type pg from 'pg';
import type { Database } from '../register/database.ts';
import { statement } from '../register/statement.ts';
import { quoteName } from './copy-rows.ts';
import type { ExtractLayout } from './layout.ts';
import type { BatchSummary, LinkRegister } from './link-register.ts';

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

/**
 * Tells the link register of every batch that it was not told of yet, oldest first, with the areas of the people in a
 * population batch. What fails stays for the next time and is thrown; telling twice does no harm.
 */
export async function deliverOutbox(
  database: Database,
  layouts: readonly ExtractLayout[],
  link: LinkRegister,
): Promise<void> {
  for (const { id } of await database.query(undelivered, [])) {
    await database.transaction(async (client) => {
      const [batch] = (await client.query<BatchSummary>(LOCKED_BATCH, [id])).rows;
      if (!batch) return;
      const layout = layouts.find(({ name }) => name === batch.layout);
      if (layout?.population) await publishAreas(client, layout, id, link);
      await link.receiveBatch(batch);
      await client.query('UPDATE exchange.outbox SET delivered_at = now() WHERE batch_id = $1', [id]);
    });
  }
}

async function publishAreas(
  client: pg.ClientBase,
  { table, population }: ExtractLayout,
  batchId: string,
  link: LinkRegister,
): Promise<void> {
  const person = quoteName(population?.person as string);
  const text = `SELECT ${person} AS person, ${quoteName(population?.area as string)} AS "areaCode"
    FROM ${quoteName(table)} WHERE batch_id = $1 AND ${person} > $2 ORDER BY ${person} LIMIT ${PAGE}`;
  for (let last = FIRST_ID; ; ) {
    const { rows } = await client.query<{ person: string; areaCode: string }>(text, [batchId, last]);
    if (rows.length > 0) await link.publishAreas(rows);
    if (rows.length < PAGE) return;
    last = (rows.at(-1) as { person: string }).person;
  }
}
