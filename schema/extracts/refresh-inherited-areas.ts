import type { Database } from '../register/database.ts';
import { statement } from '../register/statement.ts';
import { quoteName } from './copy-rows.ts';
import { layoutsOf } from './discover-layouts.ts';
import type { ExtractLayout } from './layout.ts';
import type { LinkRegister } from './link-register.ts';

const PAGE = 5_000;
const FIRST_ID = '00000000-0000-0000-0000-000000000000';

/**
 * Gives the rows of layouts without an area of their own the areas where their people live now, as the link register
 * knows them; answers how many rows changed. Run it after a population extract was taken in.
 */
export async function refreshInheritedAreas(
  department: string,
  database: Database,
  link: LinkRegister,
  layouts?: readonly ExtractLayout[],
): Promise<number> {
  let changed = 0;
  for (const { table, inheritsAreaOf } of layouts ?? (await layoutsOf(department))) {
    if (inheritsAreaOf !== undefined) changed += await refreshTable(table, inheritsAreaOf, database, link);
  }
  return changed;
}

async function refreshTable(table: string, column: string, database: Database, link: LinkRegister): Promise<number> {
  const person = quoteName(column);
  const page = statement<{ person: string }>(
    `SELECT DISTINCT ${person} AS person FROM ${quoteName(table)} WHERE ${person} > $1 ORDER BY 1 LIMIT ${PAGE}`,
  );
  const update = statement<{ changed: number }>(
    `WITH refreshed AS (
       UPDATE ${quoteName(table)} AS held SET area_code = current.area
       FROM unnest($1::uuid[], $2::text[]) AS current (person, area)
       WHERE held.${person} = current.person AND held.area_code <> current.area RETURNING 1
     ) SELECT count(*)::int AS changed FROM refreshed`,
  );
  let changed = 0;
  for (let last = FIRST_ID; ; ) {
    const persons = (await database.query(page, [last])).map((row) => row.person);
    const areas = await link.areasOf(persons);
    const rows = await database.query(update, [[...areas.keys()], [...areas.values()]]);
    changed += rows[0]?.changed ?? 0;
    if (persons.length < PAGE) return changed;
    last = persons.at(-1) as string;
  }
}
