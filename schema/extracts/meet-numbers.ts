import { readIdentityNumber } from '../kit/identity-numbers/identity-number.ts';
import { placeOf } from '../kit/sealing/register-seal.ts';
import type { Database } from '../register/database.ts';
import type { CanonicalNumber, ColumnKind } from './columns/column-rule.ts';
import { quoteName } from './copy-rows.ts';
import type { ExtractLayout } from './layout.ts';
import type { LinkRegister } from './link-register.ts';

const PAGE = 1_000;

/** Kinds of column that keep a number as it is linked by, and the kinds that are linked by it. */
const KEPT: Readonly<Partial<Record<ColumnKind, readonly ColumnKind[]>>> = {
  'identity-number': ['person', 'party'],
  'previous-persons': ['person', 'party'],
  text: ['household', 'dwelling'],
  'previous-households': ['household'],
};

/**
 * Shows the link register every number that a register keeps, so that its tokens are put under the newest key. Numbers
 * that no register keeps are met by the next import of whoever has them. Answers how many were shown.
 */
export async function meetNumbers(
  database: Database,
  layouts: readonly ExtractLayout[],
  link: LinkRegister,
): Promise<number> {
  let met = 0;
  for (const layout of layouts) {
    for (const { column, kind } of keptNumbers(layout)) {
      for await (const numbers of numbersIn(database, layout, column)) {
        await meet(link, kind, numbers);
        met += numbers.length;
      }
    }
  }
  return met;
}

/** The columns that keep numbers, with what is linked by them. */
function keptNumbers({ columns }: ExtractLayout): { readonly column: string; readonly kind: ColumnKind }[] {
  const rules = Object.entries(columns);
  return rules.flatMap(([column, { kind, header, derived }]) => {
    const kinds = KEPT[kind];
    if (!kinds || derived) return [];
    if (kind === 'previous-persons' || kind === 'previous-households')
      return [{ column, kind: kinds[0] as ColumnKind }];
    const linked = rules.find(([, rule]) => rule.header === header && kinds.includes(rule.kind));
    return linked ? [{ column, kind: linked[1].kind }] : [];
  });
}

async function* numbersIn(
  { pool, seal }: Database,
  { table, key, columns }: ExtractLayout,
  column: string,
): AsyncGenerator<string[], void, undefined> {
  const order = key.map(quoteName).join(', ');
  const client = await pool.connect();
  try {
    await client.query('BEGIN READ ONLY');
    await client.query(
      `DECLARE kept NO SCROLL CURSOR FOR SELECT ${order}, ${quoteName(column)} AS kept FROM ${quoteName(table)}`,
    );
    for (;;) {
      const { rows } = await client.query<Record<string, unknown>>(`FETCH ${PAGE} FROM kept`);
      const numbers = rows.flatMap((row) => {
        const held = [row.kept ?? []].flat() as string[];
        if (!columns[column]?.sealed) return held;
        const place = placeOf(
          table,
          column,
          key.map((part) => row[part]),
        );
        return held.map((value) => seal.open(value, place));
      });
      if (numbers.length > 0) yield numbers;
      if (rows.length < PAGE) return;
    }
  } finally {
    await client.query('ROLLBACK');
    client.release();
  }
}

async function meet(link: LinkRegister, kind: ColumnKind, numbers: readonly string[]): Promise<void> {
  if (kind === 'household') await link.households(numbers);
  else if (kind === 'dwelling') await link.dwellings(numbers);
  else {
    const documents = numbers.map((number) => readIdentityNumber(number)).filter((number) => number.ok);
    await link.persons(
      documents.map(({ kind: document, canonical }): CanonicalNumber => ({ kind: document, canonical })),
    );
  }
}
