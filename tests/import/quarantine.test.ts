import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { departmentNames } from '../../schema/departments.ts';
import { keepsRowsElsewhere } from '../../schema/extracts/open-destination.ts';
import { type OpenRegisters, openDatabases } from '../../schema/register/open-databases.ts';
import { districtFile, truthRows } from '../journeys/truth/truth-file.ts';

interface Batch {
  readonly layout: string;
  readonly file: string;
  readonly rows: number;
  readonly accepted: number;
  readonly quarantined: number;
  readonly normalised: readonly { rule: string; rows: number }[];
  readonly reasons: readonly { rule: string; rows: number }[];
}

const departments = departmentNames().filter((name) => name !== 'hub');
const { dataDirectory } = inject('runningHub');

let registers: OpenRegisters;
beforeAll(async () => {
  registers = await openDatabases({ config: { dataDirectory, databaseUrls: new Map() } });
});
afterAll(() => registers.close());

const ask = async <Row>(department: string, text: string): Promise<Row[]> =>
  (await registers.database(department).pool.query(text)).rows as Row[];
const batchesOf = (department: string) => ask<Batch>(department, 'SELECT * FROM exchange.import_batch');

function tally<Thing>(
  things: readonly Thing[],
  keyOf: (thing: Thing) => string,
  of: (thing: Thing) => number = () => 1,
) {
  const counts: Record<string, number> = {};
  for (const thing of things) counts[keyOf(thing)] = (counts[keyOf(thing)] ?? 0) + of(thing);
  return counts;
}

describe.each(departments)('the extracts of %s', (department) => {
  const truth = () => truthRows().filter((row) => row.department === department);

  it('lost exactly the lines that the generator spoilt, each for the reason that it was spoilt', async () => {
    const rows = await ask<{ file: string; line: number; reason: string }>(
      department,
      'SELECT file, line, reason FROM exchange.quarantined_row JOIN exchange.import_batch ON id = batch_id',
    );
    const spoilt = truth().filter((row) => row.class === 'rejectable');
    expect(rows.map(({ file, line, reason }) => `${file}:${line} ${reason}`).sort()).toEqual(
      spoilt.map(({ file, line, outcome }) => `${file}:${line} ${outcome}`).sort(),
    );
  });

  it('told for each set-aside row the column that is at fault', async () => {
    const rows = await ask<{ file: string; line: number; header: string | null }>(
      department,
      'SELECT file, line, column_header AS header FROM exchange.quarantined_row JOIN exchange.import_batch ON id = batch_id',
    );
    const spoilt = truth().filter((row) => row.class === 'rejectable' && row.kind !== 'duplicate-row');
    const told = new Map(rows.map(({ file, line, header }) => [`${file}:${line}`, header]));
    for (const { file, line, header } of spoilt)
      expect([file, line, told.get(`${file}:${line}`)]).toEqual([file, line, header]);
  });

  it('were put right exactly where the generator wrote them in another form', async () => {
    const counted = tally(
      (await batchesOf(department)).flatMap(({ normalised }) => normalised),
      ({ rule }) => rule,
      ({ rows }) => rows,
    );
    const written = truth().filter((row) => row.class === 'normalised');
    expect(counted).toEqual(tally(written, ({ outcome }) => outcome));
  });

  it('came in whole: every row of every file is accepted or set aside', async () => {
    const batches = await batchesOf(department);
    const written = districtFile().files.filter((one) => one.department === department);
    expect(
      tally(
        batches,
        ({ file }) => file,
        ({ rows }) => rows,
      ),
    ).toEqual(
      tally(
        written,
        ({ file }) => file,
        ({ rows }) => rows,
      ),
    );
    for (const { rows, accepted, quarantined, reasons } of batches) {
      expect(accepted + quarantined).toBe(rows);
      expect(reasons.reduce((sum, one) => sum + one.rows, 0)).toBe(quarantined);
    }
  });

  it('left no row in the register without the batch that brought it', async () => {
    const tables = await ask<{ name: string }>(
      department,
      `SELECT table_name AS name FROM information_schema.columns WHERE table_schema = 'public' AND column_name = 'batch_id'`,
    );
    expect(tables.length > 0).toBe(!keepsRowsElsewhere(department));
    for (const { name } of tables) {
      const orphans = await ask<{ count: number }>(
        department,
        `SELECT count(*)::int AS count FROM "${name}" t LEFT JOIN exchange.import_batch b ON b.id = t.batch_id WHERE b.id IS NULL`,
      );
      expect({ name, count: orphans[0]?.count }).toEqual({ name, count: 0 });
    }
  });
});

describe('the hub', () => {
  it('was told of every batch of every department', async () => {
    const told = await ask<{ id: string }>('hub', 'SELECT id FROM source_batch');
    const known = await Promise.all(
      departments.map((department) => ask<{ id: string }>(department, 'SELECT id FROM exchange.import_batch')),
    );
    expect(told.map(({ id }) => id).sort()).toEqual(
      known
        .flat()
        .map(({ id }) => id)
        .sort(),
    );
  });

  it('keeps no number of anybody: neither people’s, nor households’ nor dwellings’', async () => {
    const tables = await ask<{ name: string }>(
      'hub',
      `SELECT table_name AS name FROM information_schema.tables WHERE table_schema IN ('public', 'exchange') AND table_type = 'BASE TABLE'`,
    );
    for (const { name } of tables) {
      if (name === 'disclosure') continue;
      const found = await ask<{ count: number }>(
        'hub',
        `SELECT count(*)::int AS count FROM "${name}" t WHERE t::text ~ '330898[0-9]{8}'`,
      ).catch(() => [{ count: 0 }]);
      expect({ name, count: found[0]?.count }).toEqual({ name, count: 0 });
    }
  });
});
