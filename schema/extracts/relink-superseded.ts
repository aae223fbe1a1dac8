import type { Database } from '../register/database.ts';
import type { ColumnKind } from './columns/column-rule.ts';
import { quoteName } from './copy-rows.ts';
import { layoutsOf } from './discover-layouts.ts';
import type { ExtractLayout } from './layout.ts';
import type { LinkRegister, Supersession } from './link-register.ts';
import { openDestination } from './open-destination.ts';
import { moveSealed } from './reseal.ts';
import type { RowDestination } from './row-destination.ts';
import { sealedTables } from './sealed-table.ts';

const PERSON_KINDS: readonly ColumnKind[] = ['person', 'party'];
const HOUSEHOLD_KINDS: readonly ColumnKind[] = ['household'];

/**
 * Gives the records of people and households that were found to be one the id that survived, whichever register came
 * first; answers how many rows changed. Where a register holds the same record under both ids, the survivor's stays.
 */
export async function relinkSuperseded(
  department: string,
  database: Database,
  link: LinkRegister,
  layouts?: readonly ExtractLayout[],
): Promise<number> {
  const { persons, households } = await link.superseded();
  const destination = await openDestination(department, database);
  const change = (layout: ExtractLayout, kinds: readonly ColumnKind[], superseded: readonly Supersession[]) =>
    destination ? relinkElsewhere(destination, layout, kinds, superseded) : relink(database, layout, kinds, superseded);
  let changed = 0;
  for (const layout of layouts ?? (await layoutsOf(department))) {
    changed += await change(layout, PERSON_KINDS, persons);
    changed += await change(layout, HOUSEHOLD_KINDS, households);
  }
  return changed;
}

async function relinkElsewhere(
  destination: RowDestination,
  { name: layout, columns }: ExtractLayout,
  kinds: readonly ColumnKind[],
  superseded: readonly Supersession[],
): Promise<number> {
  if (superseded.length === 0) return 0;
  let changed = 0;
  for (const [column, { kind }] of Object.entries(columns)) {
    if (kinds.includes(kind)) changed += await destination.relink({ layout, column, superseded });
  }
  return changed;
}

async function relink(
  database: Database,
  layout: ExtractLayout,
  kinds: readonly ColumnKind[],
  superseded: readonly Supersession[],
): Promise<number> {
  if (superseded.length === 0) return 0;
  const { table, key, columns } = layout;
  const merged = 'unnest($1::uuid[], $2::uuid[]) AS merged (loser, survivor)';
  const values = [superseded.map(({ loser }) => loser), superseded.map(({ survivor }) => survivor)];
  const linked = Object.entries(columns).filter(([, { kind }]) => kinds.includes(kind));
  let changed = 0;
  for (const [name] of linked) {
    const column = quoteName(name);
    await database.transaction(async (client) => {
      if (key.includes(name)) {
        await client.query(dropRepeated(table, key, name, merged), values);
        for (const sealed of sealedTables([layout])) await moveSealed(client, sealed, name, superseded, database.seal);
      }
      const { rowCount } = await client.query(
        `UPDATE ${quoteName(table)} held SET ${column} = survivor FROM ${merged} WHERE held.${column} = loser`,
        values,
      );
      changed += rowCount ?? 0;
    });
  }
  return changed;
}

/** Deletes all but one of the rows that become one record: the survivor's own, else the first. */
function dropRepeated(table: string, key: readonly string[], column: string, merged: string): string {
  const rest = key.filter((name) => name !== column).map((name) => `, held.${quoteName(name)}`);
  return `WITH ranked AS (
    SELECT held.ctid AS place, row_number() OVER (
      PARTITION BY coalesce(survivor, held.${quoteName(column)})${rest.join('')} ORDER BY survivor NULLS FIRST) AS rank
    FROM ${quoteName(table)} held LEFT JOIN ${merged} ON held.${quoteName(column)} = loser
    WHERE loser IS NOT NULL OR held.${quoteName(column)} = ANY($2::uuid[])
  ) DELETE FROM ${quoteName(table)} held USING ranked WHERE held.ctid = ranked.place AND ranked.rank > 1`;
}
