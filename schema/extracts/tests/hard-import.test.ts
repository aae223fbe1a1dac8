import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { quarantineCounts, writeQuarantine } from '../quarantine.ts';
import { sortByLayout } from '../sort-by-layout.ts';
import { people, sampleLayouts } from './sample/layouts.ts';
import { type Office, openOffice } from './sample/office.ts';
import { csv, HEADERS, marriage } from './sample/rows.ts';

let office: Office;

beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.close());
beforeEach(() => office.database.pool.query('TRUNCATE marriage, exchange.import_batch CASCADE'));

const many = (count: number) => csv(Array.from({ length: count }, (_, index) => marriage(index)));
const totals = async () =>
  (
    await office.rows<{ stored: number; aside: number; batches: number }>(`SELECT
      (SELECT count(*)::int FROM marriage) AS stored, (SELECT count(*)::int FROM exchange.quarantined_row) AS aside,
      (SELECT count(*)::int FROM exchange.import_batch) AS batches`)
  )[0];

describe('an import', () => {
  it('that is killed half-way leaves nothing, and runs whole at the next try', async () => {
    const file = office.write(many(60_000));
    const child = spawn(
      process.execPath,
      [join(import.meta.dirname, 'import-until-killed.ts'), office.connectionString, file],
      {
        stdio: ['ignore', 'pipe', 'inherit'],
      },
    );
    // The third piece has been read: rows of the first are on the server.
    let pieces = 0;
    child.stdout.on('data', (text: Buffer) => {
      pieces += String(text).split('\n').length - 1;
      if (pieces >= 3) child.kill('SIGKILL');
    });
    const [, signal] = await once(child, 'exit');
    expect(signal).toBe('SIGKILL');
    expect(await totals()).toEqual({ stored: 0, aside: 0, batches: 0 });
    expect(await office.importFile(file)).toMatchObject({ kind: 'imported', summary: { accepted: 60_000 } });
    expect(await totals()).toEqual({ stored: 60_000, aside: 0, batches: 1 });
  });

  it.each([1, 2, 3])('accepts or sets aside every row of a dirty file, whatever the dirt (%i)', async (seed) => {
    let state = seed;
    const draw = (below: number) => ((state = (Math.imul(state, 1103515245) + 12345) >>> 0) >>> 8) % below;
    const dirt = [
      '',
      ' ',
      '0',
      '１',
      '"',
      'x'.repeat(300),
      '2024年2月30日',
      '33089819500101',
      '\t',
      '甲,乙',
      '\\N',
      '\\.',
    ];
    const records = Array.from({ length: 3_000 }, () => {
      const cells = HEADERS.map((header) => marriage(draw(2_500))[header] as string);
      const soiled = draw(3) === 0 ? cells.with(draw(cells.length), dirt[draw(dirt.length)] as string) : cells;
      if (draw(50) === 0) soiled.pop();
      return soiled.map((cell) => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(',');
    });
    const outcome = await office.import([HEADERS.join(','), ...records, ''].join('\n'));
    if (outcome.kind !== 'imported') throw new Error('Expected the file to be imported.');
    const { rows, accepted, quarantined, reasons } = outcome.summary;
    expect(rows).toBe(3_000);
    expect(reasons.length).toBeGreaterThan(4);
    expect(await totals()).toEqual({ stored: accepted, aside: quarantined, batches: 1 });
    const lines = await office.quarantine();
    for (const { line, raw } of lines) expect(raw).toBe(records[line - 2]);
  });

  it('hands back what was set aside, in a file of its owner alone, and overwrites none', async () => {
    const rows = [marriage(0), marriage(1, { 登记类别: '复婚', 备注: '甲,"乙"' }), marriage(2, { 登记类别: '再婚' })];
    await office.import(csv(rows));
    expect(await quarantineCounts(office.database, null)).toMatchObject([
      { layout: 'marriages', file: 'extract.csv', reason: 'UNKNOWN_CODE', columnHeader: '登记类别', rows: 2 },
    ]);
    const path = join(office.folder, 'quarantine.csv');
    expect(await writeQuarantine(office.database, null, path)).toBe(2);
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(readFileSync(path, 'utf8')).toContain(',3,UNKNOWN_CODE,登记类别,"J330803-1,');
    await expect(writeQuarantine(office.database, null, path)).rejects.toMatchObject({ code: 'EEXIST' });
  });

  it('takes files in the order of their layouts', async () => {
    const population = office.write('公民身份号码,曾用号码,现住地区划\n', 'b.csv');
    const first = { ...people, order: 1 };
    const files = [office.write('?', 'a.csv'), office.write(many(1), 'c.csv'), population];
    const sorted = await sortByLayout(files, 'civil-affairs', [...sampleLayouts.slice(0, 2), first]);
    expect(sorted).toEqual([population, files[1], files[0]]);
  });
});
