import type pg from 'pg';
import { quoteName } from '../extracts/copy-rows.ts';

/** A table that a backup keeps, with its columns but for those that are computed. */
export interface Table {
  readonly schema: string;
  readonly table: string;
  readonly columns: readonly string[];
}

// Migrations make these themselves.
const MIGRATIONS = '_prisma_migrations';

/** A table's name in SQL. */
export const tableName = ({ schema, table }: Pick<Table, 'schema' | 'table'>): string =>
  `${quoteName(schema)}.${quoteName(table)}`;

/** The tables of a database, each after those that it refers to. */
export async function readTables(client: pg.ClientBase): Promise<Table[]> {
  const { rows } = await client.query<Table & { refersTo: string[] }>(
    `SELECT nspname AS schema, relname AS table,
       array(SELECT attname::text FROM pg_attribute
             WHERE attrelid = class.oid AND attnum > 0 AND NOT attisdropped AND attgenerated = '' ORDER BY attnum) AS columns,
       array(SELECT confrelid::regclass::text FROM pg_constraint
             WHERE conrelid = class.oid AND contype = 'f' AND confrelid <> class.oid) AS "refersTo",
       class.oid::regclass::text AS name
     FROM pg_class class JOIN pg_namespace ON pg_namespace.oid = relnamespace
     WHERE relkind IN ('r', 'p') AND NOT relispartition AND nspname !~ '^pg_' AND nspname <> 'information_schema'
       AND relname <> $1
     ORDER BY nspname, relname`,
    [MIGRATIONS],
  );
  const ordered: Table[] = [];
  const placed = new Set<string>();
  const waiting = rows.map((row) => ({ ...row, name: (row as unknown as { name: string }).name }));
  while (waiting.length > 0) {
    const index = waiting.findIndex(({ refersTo }) => refersTo.every((other) => placed.has(other)));
    if (index < 0) throw new Error('Expected tables that do not refer to one another in a circle.');
    const [{ schema, table, columns, name }] = waiting.splice(index, 1) as [(typeof waiting)[number]];
    placed.add(name);
    ordered.push({ schema, table, columns });
  }
  return ordered;
}

/** Checksums of all migrations that were applied to a database, in order. */
export async function readMigrationsOf(client: pg.ClientBase): Promise<string[]> {
  const checksums: string[] = [];
  const { rows } = await client.query<{ schema: string }>(
    'SELECT schemaname AS schema FROM pg_tables WHERE tablename = $1 ORDER BY schemaname',
    [MIGRATIONS],
  );
  for (const { schema } of rows) {
    const applied = await client.query<{ checksum: string }>(
      `SELECT checksum FROM ${tableName({ schema, table: MIGRATIONS })}
       WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL ORDER BY migration_name`,
    );
    checksums.push(...applied.rows.map(({ checksum }) => checksum));
  }
  return checksums;
}
