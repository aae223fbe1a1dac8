import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDatabases } from '../../schema/register/open-databases.ts';
import type { TruthRow } from '../../schema/synthetic/write-extracts.ts';
import { askAt, operation } from '../kit/hub-client.ts';
import { type HubProcess, runCommand, scratchData, startHub } from '../kit/hub-process.ts';

const ID_NUMBER = /330898\d{8,11}[\dXx]?/;
const MEDIATIONS = '人民调解案件.csv';

const data = scratchData();
const scratch = scratchData();
const extract = (department: string, file: string): string => join(data, 'extracts', department, file);
const written = (name: string, content: string | Buffer): string => {
  const file = join(scratch, name);
  writeFileSync(file, content);
  return file;
};
const mediations = (): string => iconv.decode(readFileSync(extract('justice', MEDIATIONS)), 'gb18030');
const importFiles = (department: string, ...files: string[]) => runCommand(data, 'import', department, ...files);

let hub: HubProcess;

/** Reads a department's register. */
// biome-ignore lint/suspicious/noExplicitAny: the shape is the statement's own.
async function register(department: string, text: string): Promise<any[]> {
  const registers = await openDatabases({
    departments: [department],
    config: { dataDirectory: data, databaseUrls: new Map() },
  });
  try {
    return (await registers.database(department).pool.query(text)).rows;
  } finally {
    await registers.close();
  }
}

/** Another number that the same person could have: the same day and sex, a sequence that nobody has. */
function otherNumber(number: string): string {
  const seventeen = `${number.slice(0, 14)}99${number.charAt(16)}`;
  const sum = [...seventeen].reduce((total, digit, at) => total + Number(digit) * (2 ** (17 - at) % 11), 0);
  return seventeen + '10X98765432'.charAt(sum % 11);
}

beforeAll(async () => {
  hub = await startHub(data);
});
afterAll(async () => {
  await hub?.end('SIGTERM');
  for (const directory of [data, scratch]) rmSync(directory, { recursive: true, force: true });
});

describe('npm run import', () => {
  it('changes nothing for a file that was taken in before, and says so', async () => {
    const outcome = await importFiles('justice', extract('justice', MEDIATIONS));
    expect(outcome.code).toBe(0);
    expect(outcome.stdout).toContain('already imported');
  });

  it('refuses a file of another department, naming its owner, and ends with 1', async () => {
    const outcome = await importFiles('civil-affairs', extract('justice', MEDIATIONS));
    expect(outcome.code).toBe(1);
    expect(outcome.stderr).toMatch(/WRONG_DEPARTMENT: .*justice/);
    expect(outcome.stderr).not.toContain('    at ');
  });

  it('refuses files that are no extract at all, each with its code, quoting nothing of them', async () => {
    const outcome = await importFiles(
      'justice',
      written('unknown.csv', '姓名,330898197207023937\r\n甲,330898197207023937\r\n'),
      written('empty.csv', ''),
      written('binary.csv', Buffer.from([0x50, 0x4b, 3, 4, 0, 0, 0, 0, 1, 2, 0])),
      join(scratch, 'nowhere.csv'),
    );
    expect(outcome.code).toBe(1);
    for (const code of ['UNKNOWN_LAYOUT', 'EMPTY_FILE', 'BINARY_FILE', 'FILE_NOT_FOUND']) {
      expect(outcome.stderr).toContain(code);
    }
    expect(outcome.stderr).not.toContain('    at ');
    expect(outcome.stdout + outcome.stderr).not.toMatch(ID_NUMBER);
  });

  it('refuses a department that does not exist, naming those there are', async () => {
    const { code, stderr } = await importFiles('fire-brigade', extract('justice', MEDIATIONS));
    expect([code, stderr]).toEqual([1, expect.stringContaining('civil-affairs')]);
  });

  it('takes the good file of two and still ends with 1 for the bad one', async () => {
    const [header, ...rows] = mediations().split('\r\n');
    const good = written('good.csv', `${[header, ...rows.slice(0, 3)].join('\r\n')}\r\n`);
    const bad = written('bad.csv', 'x,y\n1,2\n');
    const outcome = await importFiles('justice', bad, good);
    expect(outcome.code).toBe(1);
    expect(outcome.stdout).toMatch(/good\.csv: mediations/);
    expect(outcome.stderr).toMatch(/bad\.csv: refused/);
  });

  it('takes a file that another hand wrote: UTF-8, other order, one column more, tabs, cells in quotes', async () => {
    const [header = '', first = ''] = mediations().split('\r\n');
    const headers = ['备注', ...header.split(',').toReversed()];
    const cells = [
      '"他人\t所写\n两行"',
      ...first
        .split(',')
        .toReversed()
        .map((cell) => `"${cell}"`),
    ];
    const file = written('other.tsv', `\uFEFF${headers.join('\t')}\n${cells.join('\t')}\n`);
    const outcome = await importFiles('justice', file);
    expect(outcome.code).toBe(0);
    expect(outcome.stdout).toMatch(/accepted \(接收\)\s+1\n/);
    expect(outcome.stdout).toMatch(/ignored .*备注/);
  });

  it('lets a corrected extract replace what it corrects, row by row', async () => {
    const [header = '', ...rows] = mediations().split('\r\n');
    const headers = header.split(',');
    const at = headers.indexOf('调解状态');
    const row = (rows.find((line) => line.split(',')[at] === '调解中') ?? '').split(',');
    const number = row[headers.indexOf('调解编号')] ?? '';
    const status = async () =>
      (await register('justice', `SELECT status FROM mediation WHERE number = '${number}'`))[0];
    expect(await status()).toEqual({ status: 'IN_PROGRESS' });
    row[at] = '撤回';
    const corrected = written('corrected.csv', iconv.encode(`${header}\r\n${row.join(',')}\r\n`, 'gb18030'));
    const outcome = await importFiles('justice', corrected);
    expect([outcome.code, outcome.stderr]).toEqual([0, '']);
    expect(await status()).toEqual({ status: 'WITHDRAWN' });
  });

  it('finds two numbers to be one person when the population register says so, and both ids still answer', async () => {
    const nobody = { persona: 'case-handler', purpose: 'intake', user: 'window' } as const;
    const { idNumber } = JSON.parse(readFileSync(join(data, 'extracts', 'truth', 'district.json'), 'utf8')).notable
      .nothing;
    const other = otherNumber(idNumber);
    const [header = '', ...rows] = mediations().split('\r\n');
    const status = header.split(',').indexOf('调解状态');
    // The last: the first was corrected above.
    const mediation = rows.findLast(
      (line) => line.split(',')[status] === '已受理' || line.split(',')[status] === '调解中',
    );
    const number = mediation?.split(',')[header.split(',').indexOf('调解编号')];
    const parties = written(
      'parties.csv',
      `调解编号,当事人序号,当事人地位,当事人证件号码\r\n${number},99,申请人,${other}\r\n`,
    );
    expect((await importFiles('justice', parties)).code).toBe(0);
    const [{ id: loser }] = await register(
      'justice',
      `SELECT person_id AS id FROM mediation_party WHERE sequence = 99`,
    );

    const [columns = '', ...people] = readFileSync(extract('public-security', 'GA_RK_JBXX.csv'), 'utf8').split('\r\n');
    const cells = (people.find((line) => line.includes(idNumber)) ?? '').split(',');
    cells[columns.split(',').indexOf('曾用公民身份号码')] = other;
    const corrected = written('people.csv', `${columns}\r\n${cells.join(',')}\r\n`);
    const outcome = await importFiles('public-security', corrected);
    expect([outcome.code, outcome.stderr]).toEqual([0, '']);

    const address = { url: hub.url, dataDirectory: data };
    const check = operation('window-check');
    const [now, before] = await Promise.all(
      [idNumber, other].map((one) => askAt(address, nobody, check, { idNumber: one })),
    );
    expect(before?.data).toEqual(now?.data);
    const survivor = now?.data.personByIdNumber.id;
    expect(survivor).not.toBe(loser);
    expect(now?.data.personByIdNumber.openMediations).toContainEqual(expect.objectContaining({ number }));
    const query = 'query ($id: ID!) { person(id: $id) { id maskedName area { name } openMediations { number } } }';
    const old = await askAt(address, nobody, query, { id: loser });
    const { maskedName, area } = now?.data.personByIdNumber ?? {};
    expect(old.errors).toEqual([]);
    expect(old.data.person).toMatchObject({ id: survivor, maskedName, area });
    expect(old.data.person.openMediations).toContainEqual({ number });
  });
});

describe('npm run quarantine', () => {
  const truth = (department: string): TruthRow[] =>
    readFileSync(join(data, 'extracts', 'truth', 'rows.ndjson'), 'utf8')
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as TruthRow)
      .filter((row) => row.department === department && row.class === 'rejectable');

  it('tells why rows were set aside, as often as the generator spoilt them', async () => {
    const { code, stdout } = await runCommand(data, 'quarantine', 'public-security', '--list');
    expect(code).toBe(0);
    const counts: Record<string, number> = {};
    for (const [, rows, reason] of stdout.matchAll(/^\s+(\d+)\s{2}([A-Z_]+)/gm)) {
      counts[reason as string] = (counts[reason as string] ?? 0) + Number(rows);
    }
    const spoilt: Record<string, number> = {};
    for (const { outcome } of truth('public-security')) spoilt[outcome] = (spoilt[outcome] ?? 0) + 1;
    expect(counts).toEqual(spoilt);
    expect(stdout).not.toMatch(ID_NUMBER);
  });

  it('hands the rows back as they came, to a new file that its owner alone may read', async () => {
    const out = join(scratch, 'handed-back.csv');
    const { code, stdout } = await runCommand(data, 'quarantine', 'public-security', '--out', out);
    expect(code).toBe(0);
    expect(statSync(out).mode & 0o777).toBe(0o600);
    expect(stdout).toContain(`${truth('public-security').length} rows written`);
    const text = readFileSync(out, 'utf8');
    for (const { file, line, outcome } of truth('public-security')) {
      const raw = readFileSync(extract('public-security', file), 'utf8').split('\r\n')[line - 1] as string;
      expect(text).toContain(outcome);
      for (const cell of raw.split(',').filter((one) => one !== '')) expect(text).toContain(cell);
    }
  });

  it('writes them into the data directory unless told where, and nothing where only the reasons are asked for', async () => {
    await runCommand(data, 'quarantine', 'public-security', '--list');
    const folder = join(data, 'quarantine');
    const before = existsSync(folder) ? readdirSync(folder) : [];
    const { code, stdout } = await runCommand(data, 'quarantine', 'public-security');
    expect(code).toBe(0);
    const [file = ''] = readdirSync(folder).filter((name) => !before.includes(name));
    expect(stdout).toContain(join(folder, file));
    expect([statSync(folder).mode & 0o777, statSync(join(folder, file)).mode & 0o777]).toEqual([0o700, 0o600]);
  });

  it('never writes over a file', async () => {
    const out = written('mine.csv', 'mine');
    const outcome = await runCommand(data, 'quarantine', 'public-security', '--out', out);
    expect(outcome.code).toBe(1);
    expect(outcome.stderr).toContain('is there already');
    expect(readFileSync(out, 'utf8')).toBe('mine');
  });

  it('refuses a department that does not exist and a batch that is no id', async () => {
    const department = await runCommand(data, 'quarantine', 'fire-brigade');
    expect([department.code, department.stderr]).toEqual([1, expect.stringContaining('civil-affairs')]);
    const batch = await runCommand(data, 'quarantine', 'justice', '--batch', 'yesterday');
    expect(batch.code).toBe(1);
  });

  it('says so where nothing is quarantined', async () => {
    const batch = '00000000-0000-7000-8000-000000000000';
    const { code, stdout } = await runCommand(data, 'quarantine', 'justice', '--batch', batch);
    expect([code, stdout]).toEqual([0, expect.stringContaining('Nothing is quarantined')]);
  });
});
