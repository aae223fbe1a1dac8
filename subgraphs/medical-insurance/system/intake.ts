import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { z } from 'zod';
import { inTransaction } from './store.ts';
import { type SystemTable, systemTables, waitingName } from './tables.ts';

const layout = z.enum(['enrolments', 'chronic-entitlements']);
const cell = z.union([z.string(), z.number(), z.boolean(), z.null()]);
const id = z.uuid();

const begin = z.object({ batch: id, layout, keep: z.array(id) });
const rows = z.object({ batch: id, columns: z.array(z.string()), rows: z.array(z.array(cell)) });
const commit = z.object({ batch: id, asOf: z.string() });
const relink = z.object({
  layout,
  column: z.literal('person_id'),
  pairs: z.array(z.object({ loser: id, survivor: id })),
});

/** A step of handing rows over, by its name, and what is answered. */
export type IntakeStep = (body: unknown) => object;

/**
 * Takes rows in: a batch begins, its rows come in any number of calls and wait, and count all at once with its commit.
 * Committing again changes nothing; a batch that nobody commits is gone when the next begins and does not keep it.
 */
export function createIntake(store: DatabaseSync): ReadonlyMap<string, IntakeStep> {
  return new Map<string, IntakeStep>([
    ['begin', (body) => inTransaction(store, () => beginBatch(store, begin.parse(body)))],
    ['rows', (body) => inTransaction(store, () => takeRows(store, rows.parse(body)))],
    ['commit', (body) => inTransaction(store, () => commitBatch(store, commit.parse(body)))],
    ['relink', (body) => inTransaction(store, () => relinkRows(store, relink.parse(body)))],
  ]);
}

function beginBatch(store: DatabaseSync, { batch, layout: name, keep }: z.infer<typeof begin>): object {
  const kept = JSON.stringify(keep);
  for (const table of systemTables.values()) {
    store.prepare(`DELETE FROM ${waitingName(table)} WHERE batch_id NOT IN (SELECT value FROM json_each(?))`).run(kept);
  }
  store.prepare('DELETE FROM batch WHERE as_of IS NULL AND id NOT IN (SELECT value FROM json_each(?))').run(kept);
  store.prepare('INSERT INTO batch (id, layout) VALUES (?, ?)').run(batch, name);
  return {};
}

/** Keeps rows waiting; answers the places of those whose key came before in the batch, which are not kept. */
function takeRows(store: DatabaseSync, { batch, columns, rows: taken }: z.infer<typeof rows>): object {
  const table = tableOfWaiting(store, batch);
  if (columns.toSorted().join() !== table.columns.toSorted().join()) {
    throw new Error(`Expected the columns ${table.columns.join(', ')}.`);
  }
  const places = columns.map(() => ', ?').join('');
  const insert: StatementSync = store.prepare(
    `INSERT OR IGNORE INTO ${waitingName(table)} (batch_id, ${columns.join(', ')}) VALUES (?${places})`,
  );
  const repeated: number[] = [];
  for (const [place, row] of taken.entries()) {
    const values = row.map((value) => (typeof value === 'boolean' ? Number(value) : value));
    if (insert.run(batch, ...values).changes === 0) repeated.push(place);
  }
  return { repeated };
}

function commitBatch(store: DatabaseSync, { batch, asOf }: z.infer<typeof commit>): object {
  const known = store.prepare('SELECT as_of AS asOf FROM batch WHERE id = ?').get(batch);
  if (known === undefined) throw new Error('Expected a batch that has begun.');
  if (known['asOf'] !== null) return {};
  const table = tableOfWaiting(store, batch);
  const columns = table.columns.join(', ');
  store
    .prepare(
      `INSERT OR REPLACE INTO ${table.name} (${columns}) SELECT ${columns} FROM ${waitingName(table)} WHERE batch_id = ?`,
    )
    .run(batch);
  store.prepare(`DELETE FROM ${waitingName(table)} WHERE batch_id = ?`).run(batch);
  store.prepare('UPDATE batch SET as_of = ? WHERE id = ?').run(asOf, batch);
  return {};
}

/** Gives rows of people who were found to be one the id that survived; a row that the survivor has already goes. */
function relinkRows(store: DatabaseSync, { layout: name, column, pairs }: z.infer<typeof relink>): object {
  const { name: table } = systemTables.get(name) as SystemTable;
  const move = store.prepare(`UPDATE OR IGNORE ${table} SET ${column} = ? WHERE ${column} = ?`);
  const drop = store.prepare(`DELETE FROM ${table} WHERE ${column} = ?`);
  let changed = 0;
  for (const { loser, survivor } of pairs) {
    changed += Number(move.run(survivor, loser).changes);
    drop.run(loser);
  }
  return { changed };
}

function tableOfWaiting(store: DatabaseSync, batch: string): SystemTable {
  const known = store.prepare('SELECT layout FROM batch WHERE id = ? AND as_of IS NULL').get(batch);
  const table = systemTables.get(String(known?.['layout']));
  if (!table) throw new Error('Expected a batch that has begun and is not committed.');
  return table;
}
