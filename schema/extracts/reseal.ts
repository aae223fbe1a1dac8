import type pg from 'pg';
import type { RegisterSeal } from '../kit/sealing/register-seal.ts';
import { placeOf } from '../kit/sealing/register-seal.ts';
import type { Database } from '../register/database.ts';
import { statement } from '../register/statement.ts';
import { lockImports } from './batch-record.ts';
import { quoteName } from './copy-rows.ts';
import type { SealedTable } from './sealed-table.ts';

const PAGE = 1_000;

type Row = Record<string, unknown>;

const known = statement<{ name: string; sealKey: string; searchKey: string }>(
  'SELECT name, seal_key AS "sealKey", search_key AS "searchKey" FROM exchange.sealed_table',
);
const types = statement<{ name: string; type: string }>(`
  SELECT attname AS name, format_type(atttypid, atttypmod) AS type FROM pg_attribute
  WHERE attrelid = $1::regclass AND attnum > 0 AND NOT attisdropped`);
const remember = statement<never>(`
  INSERT INTO exchange.sealed_table (name, seal_key, search_key) VALUES ($1, $2, $3)
  ON CONFLICT (name) DO UPDATE SET seal_key = EXCLUDED.seal_key, search_key = EXCLUDED.search_key`);

/**
 * Seals what a register holds in clear from before there were seals; what is sealed under an older key stays. Costs one
 * statement where all is sealed.
 */
export async function sealClearText(database: Database, tables: readonly SealedTable[]): Promise<number> {
  const done = new Set((await database.query(known, [])).map(({ name }) => name));
  let rows = 0;
  for (const table of tables) if (!done.has(table.name)) rows += await resealTable(database, table, () => undefined);
  return rows;
}

/**
 * Seals every value of a table under the newest key, a thousand rows a transaction; answers how many rows changed. A pass
 * that was cut off is taken up by the next: rows that are done are left alone.
 */
export async function resealTable(
  database: Database,
  table: SealedTable,
  progress: (rows: number) => void,
): Promise<number> {
  const { seal } = database;
  const { sealKey, searchKey } = seal.newestKeys();
  const read = pageOf(table, await database.query(types, [table.name]));
  let changed = 0;
  for (let last: unknown[] | null = null, seen = 0; ; ) {
    const rows = await database.transaction(async (client): Promise<Row[]> => {
      // An import under way may still bring in values under an older key.
      await lockImports(client);
      const found: Row[] = (await client.query<Row>(read(last), last ?? [])).rows;
      const fresh = found.map((row) => resealed(row, table, seal)).filter((row) => row !== null);
      if (fresh.length > 0) await write(client, table, fresh);
      changed += fresh.length;
      return found;
    });
    progress((seen += rows.length));
    if (rows.length < PAGE) break;
    last = table.key.map((column) => rows.at(-1)?.[column]);
  }
  await database.query(remember, [table.name, sealKey, searchKey]);
  return changed;
}

/** The row with every value under the newest keys; null where it is so already. */
function resealed(row: Row, { table, key, sealed, derived }: SealedTable, seal: RegisterSeal): Row | null {
  const keyValues = key.map((column) => row[column]);
  const fresh: Row = Object.fromEntries(key.map((column) => [column, row[column]]));
  const clear: Row = { ...row };
  let changes = false;
  for (const column of sealed) {
    const place = placeOf(table, column, keyValues);
    const value = row[column] as string | string[] | null;
    const values = value === null ? [] : typeof value === 'string' ? [value] : value;
    const opened = values.map((one) => seal.openEvenClear(one, place));
    clear[column] = value === null || typeof value === 'string' ? (opened[0] ?? null) : opened;
    if (values.every((one) => seal.isFresh(one))) fresh[column] = value;
    else {
      changes = true;
      const again = opened.map((one) => seal.seal(one, place));
      fresh[column] = typeof value === 'string' ? again[0] : again;
    }
  }
  for (const { column, from, make } of derived) {
    const sources = from.map((source) => clear[source] as string | null);
    fresh[column] = sources.includes(null) ? null : make(sources as string[], seal);
    changes ||= fresh[column] !== row[column];
  }
  return changes ? fresh : null;
}

/** Seals the values of rows anew whose key is about to change: what is sealed for a place opens there alone. */
export async function moveSealed(
  client: pg.ClientBase,
  table: SealedTable,
  column: string,
  moves: readonly { readonly loser: string; readonly survivor: string }[],
  seal: RegisterSeal,
): Promise<void> {
  const survivors = new Map(moves.map(({ loser, survivor }) => [loser, survivor]));
  const list = [...table.key, ...table.sealed].map(quoteName).join(', ');
  const { rows } = await client.query<Row>(
    `SELECT ${list} FROM ${table.name} WHERE ${quoteName(column)} = ANY($1::uuid[]) FOR UPDATE`,
    [[...survivors.keys()]],
  );
  const moved = rows.map((row) => {
    const before = table.key.map((name) => row[name]);
    const after = table.key.map((name) => (name === column ? survivors.get(row[name] as string) : row[name]));
    const again = (name: string, value: string) =>
      seal.seal(seal.openEvenClear(value, placeOf(table.table, name, before)), placeOf(table.table, name, after));
    const values = table.sealed.map((name) => {
      const value = row[name] as string | string[] | null;
      if (value === null) return [name, null];
      return [name, typeof value === 'string' ? again(name, value) : value.map((one) => again(name, one))];
    });
    return { ...row, ...Object.fromEntries(values) };
  });
  if (moved.length > 0) await write(client, { ...table, derived: [] }, moved);
}

function pageOf(
  { name, key, sealed, derived }: SealedTable,
  columns: readonly { readonly name: string; readonly type: string }[],
): (last: unknown[] | null) => string {
  const typeOf = new Map(columns.map((column) => [column.name, column.type]));
  const needed = new Set([...key, ...sealed, ...derived.flatMap(({ column, from }) => [column, ...from])]);
  const list = [...needed].map(quoteName).join(', ');
  const order = key.map(quoteName).join(', ');
  const after = key.map((column, index) => `$${index + 1}::${typeOf.get(column)}`).join(', ');
  return (last) =>
    `SELECT ${list} FROM ${name} ${last ? `WHERE (${order}) > (${after})` : ''} ORDER BY ${order} LIMIT ${PAGE} FOR UPDATE`;
}

async function write(client: pg.ClientBase, table: SealedTable, rows: readonly Row[]): Promise<void> {
  const { name, key, sealed, derived } = table;
  const changes = [...sealed, ...derived.map(({ column }) => column)]
    .map((column) => `${quoteName(column)} = fresh.${quoteName(column)}`)
    .join(', ');
  const same = key.map((column) => `held.${quoteName(column)} = fresh.${quoteName(column)}`).join(' AND ');
  await client.query(
    `UPDATE ${name} held SET ${changes} FROM json_populate_recordset(NULL::${name}, $1) fresh WHERE ${same}`,
    [JSON.stringify(rows)],
  );
}
