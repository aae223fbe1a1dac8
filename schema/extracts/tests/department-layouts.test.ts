import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { departmentNames } from '../../departments.ts';
import { type ScratchDatabase, scratchRegister } from '../../register/tests/scratch-register.ts';
import { layoutsOf } from '../discover-layouts.ts';
import type { ExtractLayout } from '../layout.ts';
import { keepsRowsElsewhere } from '../open-destination.ts';
import { headersOf } from '../recognise-layout.ts';

interface TableColumn {
  readonly name: string;
  readonly nullable: boolean;
  readonly hasDefault: boolean;
}

const found = await Promise.all(
  departmentNames().map(async (department) => ({ department, layouts: await layoutsOf(department) })),
);
const departments = found.filter(({ department, layouts }) => layouts.length > 0 && !keepsRowsElsewhere(department));

describe.each(departments)('the layouts of $department', ({ department, layouts }) => {
  let register: ScratchDatabase;

  beforeAll(async () => {
    register = await scratchRegister(department);
  });
  afterAll(() => register.close());

  const columnsOf = async (table: string): Promise<TableColumn[]> =>
    (
      await register.database.pool.query(
        `SELECT attname AS name, NOT attnotnull AS nullable, atthasdef AS "hasDefault" FROM pg_attribute
         WHERE attrelid = to_regclass($1) AND attnum > 0 AND NOT attisdropped`,
        [`"${table}"`],
      )
    ).rows;

  it('have names and sets of headers of their own', () => {
    expect(new Set(layouts.map(({ name }) => name)).size).toBe(layouts.length);
    expect(new Set(layouts.map((layout) => headersOf(layout).sort().join())).size).toBe(layouts.length);
  });

  it.each(layouts)('$name fills columns that its table has, and all that it must', async (layout) => {
    const columns = await columnsOf(layout.table);
    const filled = filledBy(layout);
    expect(columns.map(({ name }) => name)).toEqual(expect.arrayContaining(filled));
    const missing = columns.filter(
      ({ name, nullable, hasDefault }) => !nullable && !hasDefault && !filled.includes(name),
    );
    expect(missing).toEqual([]);
  });

  it.each(layouts)('$name leaves no column empty that its table wants filled', async (layout) => {
    const mayBeEmpty = Object.entries(layout.columns)
      .filter(
        ([name, { required, kind }]) =>
          !required && name !== 'area_code' && !LISTS.has(kind) && !layout.key.includes(name),
      )
      .map(([name]) => name);
    const wanted = (await columnsOf(layout.table)).filter(({ nullable }) => !nullable).map(({ name }) => name);
    expect(mayBeEmpty.filter((name) => wanted.includes(name))).toEqual([]);
  });

  it.each(layouts)('$name has a key that its table holds unique', async ({ table, key }) => {
    const { rows } = await register.database.pool.query<{ names: string[] }>(
      `SELECT array_agg(attname::text ORDER BY attname::text) AS names FROM pg_index JOIN pg_attribute
         ON attrelid = indrelid AND attnum = ANY(indkey)
       WHERE indrelid = to_regclass($1) AND indisunique AND indpred IS NULL GROUP BY indexrelid`,
      [`"${table}"`],
    );
    expect(rows.map(({ names }) => names)).toContainEqual([...key].sort());
  });
});

const LISTS = new Set(['list', 'previous-persons', 'previous-households']);

const filledBy = ({ columns, inheritsAreaOf }: ExtractLayout): string[] => [
  ...Object.keys(columns),
  'batch_id',
  ...(inheritsAreaOf ? ['area_code'] : []),
];
