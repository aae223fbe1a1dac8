import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { layoutsOf } from '../../../schema/extracts/discover-layouts.ts';
import { type ImportOutcome, importExtract } from '../../../schema/extracts/import-extract.ts';
import { quarantinePlace } from '../../../schema/extracts/quarantine-sink.ts';
import { relinkSuperseded } from '../../../schema/extracts/relink-superseded.ts';
import { MemoryLinkRegister } from '../../../schema/extracts/tests/sample/memory-link-register.ts';
import { idNumber } from '../../../schema/extracts/tests/sample/rows.ts';
import { type PreparedRegister, prepareRegister } from '../../../schema/load-subgraph.ts';
import { type ScratchDatabase, scratchRegister } from '../../../schema/register/tests/scratch-register.ts';
import { storeFile } from '../system/place.ts';

const department = 'medical-insurance';
const HEADER =
  'certno,psn_name,gend,brdy,insutype,begndate,paus_insu_date,psn_insu_stas,insuplc_admdvs,asst_flag,live_admdvs,updt_time';

const layouts = await layoutsOf(department);
const folder = mkdtempSync(join(tmpdir(), 'handing-over-'));
const link = new MemoryLinkRegister();

let scratch: ScratchDatabase;
let prepared: PreparedRegister | null;
let store: DatabaseSync;

beforeAll(async () => {
  scratch = await scratchRegister(department);
  prepared = await prepareRegister(department, scratch.database, folder);
  store = new DatabaseSync(storeFile(folder));
  store.exec('PRAGMA busy_timeout = 5000');
});
afterAll(async () => {
  store?.close();
  await prepared?.close();
  await scratch?.close();
  rmSync(folder, { recursive: true, force: true });
});
beforeEach(async () => {
  store.exec('DELETE FROM enrolment; DELETE FROM waiting_enrolment; DELETE FROM batch');
  await scratch.database.pool.query('TRUNCATE exchange.import_batch CASCADE');
});

const row = (person: number, status = '1') =>
  `${idNumber(person)},甲,1,1980-01-01,390,2020-01-01,,${status},330803,0,330803001001,2026-01-0${status} 10:00:00`;
const write = (rows: readonly string[]) => {
  const file = join(folder, 'psn_insu_d.csv');
  writeFileSync(file, `${[HEADER, ...rows].join('\n')}\n`);
  return file;
};
const take = (rows: readonly string[]): Promise<ImportOutcome> =>
  importExtract({ department, layouts, database: scratch.database, link, file: write(rows) });
const summaryOf = (outcome: ImportOutcome) => (outcome.kind === 'imported' ? outcome.summary : null);
const held = (text = 'SELECT person_id, status FROM enrolment') => store.prepare(text).all();
const count = (table: string) => held(`SELECT count(*) AS n FROM ${table}`)[0]?.['n'];
const recorded = async () =>
  (await scratch.database.pool.query('SELECT count(*)::int AS n FROM exchange.import_batch')).rows[0].n;

describe('handing rows over to the bureau’s system', () => {
  it('counts every row as accepted, and then held there, or as quarantined, and then kept here', async () => {
    const outcome = summaryOf(await take([row(1), row(2), row(2, '2'), row(3, '9'), row(4)]));
    expect(outcome).toMatchObject({ rows: 5, accepted: 3, quarantined: 2 });
    expect(outcome?.reasons).toEqual([
      { rule: 'DUPLICATE_ROW', rows: 1 },
      { rule: 'UNKNOWN_CODE', rows: 1 },
    ]);
    expect(held().map(({ status }) => status)).toEqual(['ACTIVE', 'ACTIVE', 'ACTIVE']);
    expect([count('waiting_enrolment'), held('SELECT id, as_of FROM batch')]).toEqual([
      0,
      [{ id: outcome?.id, as_of: outcome?.asOf }],
    ]);
    const aside = await scratch.database.pool.query(
      'SELECT batch_id, line, raw, reason FROM exchange.quarantined_row ORDER BY line',
    );
    const opened = aside.rows.map(({ batch_id, line, raw, reason }) => ({
      line,
      raw: scratch.database.seal.open(raw, quarantinePlace(batch_id, line)),
      reason,
    }));
    expect(opened).toEqual([
      { line: 4, raw: row(2, '2'), reason: 'DUPLICATE_ROW' },
      { line: 5, raw: row(3, '9'), reason: 'UNKNOWN_CODE' },
    ]);
  });

  it('changes nothing for the same file, and replaces what a correction corrects', async () => {
    await take([row(1), row(2)]);
    const before = held();
    expect(await take([row(1), row(2)])).toMatchObject({ kind: 'already-imported' });
    expect(held()).toEqual(before);
    expect(summaryOf(await take([row(2, '2')]))).toMatchObject({ accepted: 1 });
    expect(
      held()
        .map(({ status }) => status)
        .sort(),
    ).toEqual(['ACTIVE', 'PAUSED']);
  });

  it('brings nothing in of a file that is refused', async () => {
    const file = write([row(1), row(2)]);
    writeFileSync(file, `${HEADER}\n${row(1)}\n${row(2).slice(0, 40)}`);
    const refused = importExtract({ department, layouts, database: scratch.database, link, file });
    await expect(refused).rejects.toMatchObject({ code: 'TRUNCATED_FILE' });
    expect([count('enrolment'), await recorded()]).toEqual([0, 0]);
  });

  it('leaves nothing of an import that is killed half-way, and runs whole at the next try', async () => {
    // Fewer sequences than rows: every day has its own people.
    const rows = Array.from({ length: 30_000 }, (_, index) => row(index % 900).replace('2020-01-01', dayOf(index)));
    const file = write(rows);
    const program = join(import.meta.dirname, 'import-until-killed.ts');
    const child = spawn(process.execPath, [program, scratch.connectionString, folder, file], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let pieces = 0;
    child.stdout.on('data', (text: Buffer) => {
      pieces += String(text).split('\n').length - 1;
      if (pieces >= 3) child.kill('SIGKILL');
    });
    const [, signal] = await once(child, 'exit');
    expect(signal).toBe('SIGKILL');
    expect([count('enrolment'), await recorded()]).toEqual([0, 0]);
    expect(summaryOf(await take(rows))).toMatchObject({ rows: 30_000, accepted: 30_000 });
    expect([count('enrolment'), count('waiting_enrolment'), await recorded()]).toEqual([30_000, 0, 1]);
  });

  it('lets a batch count that was recorded but not yet committed there, at the next import', async () => {
    const outcome = summaryOf(await take([row(1)]));
    // As a process leaves it that dies between the two.
    store.exec(`INSERT INTO waiting_enrolment SELECT '${outcome?.id}', * FROM enrolment;
      DELETE FROM enrolment; UPDATE batch SET as_of = NULL`);
    await scratch.database.pool.query('UPDATE exchange.outbox SET delivered_at = NULL');
    await take([row(2)]);
    expect([count('enrolment'), count('waiting_enrolment')]).toEqual([2, 0]);
  });

  it('gives rows of people who were found to be one the id that survived', async () => {
    await take([row(1), row(2)]);
    const [one, other] = held().map(({ person_id }) => String(person_id)) as [string, string];
    const merging = Object.assign(Object.create(link), {
      superseded: async () => ({ persons: [{ loser: other, survivor: one }], households: [] }),
    }) as MemoryLinkRegister;
    await relinkSuperseded(department, scratch.database, merging);
    expect(held().map(({ person_id }) => person_id)).toEqual([one]);
  });
});

/** A day for each nine hundred rows. */
function dayOf(index: number): string {
  return new Date(Date.UTC(2020, 0, 1 + Math.floor(index / 900))).toISOString().slice(0, 10);
}
