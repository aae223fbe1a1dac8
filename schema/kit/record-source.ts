import { LRUCache } from 'lru-cache';
import type { Database } from '../register/database.ts';
import { statement } from '../register/statement.ts';
import type { SubgraphContext } from './context.ts';

/** Where a record comes from and how fresh it is. */
export interface RecordSource {
  readonly department: string;
  readonly catalogueId: string | null;
  readonly asOf: string;
  readonly importedAt: string | null;
  readonly batchId: string | null;
}

const batchById = statement<RecordSource>(`
  SELECT department, catalogue_id AS "catalogueId", as_of AS "asOf", finished_at AS "importedAt", id AS "batchId"
  FROM exchange.import_batch WHERE id = $1`);

// A batch never changes once it is committed, so one read a process is enough.
const batches = new WeakMap<Database, LRUCache<string, Promise<RecordSource | undefined>>>();

/** The source of a record that came with an import batch. */
export async function sourceOfBatch(context: SubgraphContext, batchId: string): Promise<RecordSource> {
  let known = batches.get(context.database);
  if (!known) batches.set(context.database, (known = new LRUCache({ max: 10_000 })));
  let reading = known.get(batchId);
  if (!reading) {
    reading = context.database.query(batchById, [batchId]).then((rows) => rows[0]);
    known.set(batchId, reading);
    reading.catch(() => known.delete(batchId));
  }
  const source = await reading;
  if (!source) throw new Error(`Expected a batch record for every imported row, found none for batch ${batchId}.`);
  return source;
}
