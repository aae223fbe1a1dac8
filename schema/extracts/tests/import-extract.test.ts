import iconv from 'iconv-lite';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { refreshInheritedAreas } from '../refresh-inherited-areas.ts';
import { allowances } from './sample/layouts.ts';
import { type Office, openOffice } from './sample/office.ts';
import { csv, HEADERS, idNumber, marriage } from './sample/rows.ts';

let office: Office;

beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.close());
beforeEach(() => office.database.pool.query('TRUNCATE marriage, allowance, person, exchange.import_batch CASCADE'));
afterEach(() => {
  office.link.isDown = false;
});

const marriages = (count: number) => Array.from({ length: count }, (_, index) => marriage(index));
const count = async () => (await office.rows<{ n: number }>('SELECT count(*)::int AS n FROM marriage'))[0]?.n;
const quarantine = () => office.quarantine();
const imported = async (content: string | Buffer) => {
  const outcome = await office.import(content);
  if (outcome.kind !== 'imported') throw new Error('Expected the file to be imported.');
  return outcome;
};

describe('importExtract', () => {
  it('takes clean rows in with ids in the place of numbers', async () => {
    const { summary } = await imported(csv(marriages(3)));
    expect(summary).toMatchObject({
      rows: 3,
      accepted: 3,
      quarantined: 0,
      unlinked: 0,
      asOf: '2024-03-03T00:00:00+08:00',
    });
    const rows = await office.rows<Record<string, unknown>>('SELECT * FROM marriage ORDER BY number');
    expect(rows[1]).toMatchObject({
      number: 'J330803-1',
      first_spouse_id: office.link.ids.get(`person ${idNumber(1)}`),
      second_spouse_id: office.link.ids.get(`person ${idNumber(8)}`),
      registered_on: '2024-02-02',
      kind: 'MARRIAGE',
      abroad: false,
      area_code: '330803001',
      note: null,
      batch_id: summary.id,
    });
  });

  it('asks the link register once a kind for five thousand rows', async () => {
    office.link.calls.length = 0;
    await imported(csv(Array.from({ length: 6_000 }, (_, index) => marriage(index))));
    expect(office.link.calls.map(({ kind }) => kind)).toEqual(['person', 'person']);
  });

  it.each([
    ['UTF-8', (text: string) => Buffer.from(text)],
    ['UTF-8 with byte order mark', (text: string) => Buffer.from(`\uFEFF${text}`)],
    ['GB18030', (text: string) => iconv.encode(text, 'gb18030')],
    ['Windows line breaks', (text: string) => Buffer.from(text.replaceAll('\n', '\r\n'))],
  ])('reads %s', async (_, encode) => {
    const { summary } = await imported(encode(csv([...marriages(2), marriage(2, { 备注: '陈述：𠮷野家，“无异议”' })])));
    expect(summary).toMatchObject({ accepted: 3, normalised: [] });
    expect(await office.notes()).toMatchObject({ 'J330803-2': '陈述：𠮷野家，“无异议”' });
  });

  it.each([
    ',',
    '\t',
    '|',
  ])('reads reordered columns parted by %j and reports those it does not know', async (delimiter) => {
    const { summary, ignoredColumns } = await imported(
      csv(marriages(2), ['打印时间', ...HEADERS.toReversed()], delimiter),
    );
    expect(summary.accepted).toBe(2);
    expect(ignoredColumns).toEqual(['打印时间']);
  });

  it('keeps line breaks, quotes and delimiters within quoted cells, and counts lines by them', async () => {
    const note = '第一行\n第二行, "引号"\r\n\t\\N 第三行';
    await imported(csv([marriage(0, { 备注: note }), marriage(1, { 登记类别: '复婚', 备注: '甲\n乙' }), marriage(2)]));
    expect(await office.notes()).toMatchObject({ 'J330803-0': note });
    expect(await quarantine()).toEqual([
      {
        line: 5,
        reason: 'UNKNOWN_CODE',
        column_header: '登记类别',
        raw: expect.stringMatching(/^J330803-1.*"甲\n乙"$/s),
      },
    ]);
  });

  it('puts right what can be put right and counts rows by rule', async () => {
    const { summary } = await imported(
      csv([
        marriage(0, { 男方姓名: ' 吳傑 ', 男方身份证号: '330898500312123', 登记日期: '２０２４年1月2日' }),
        marriage(1, { 住所区划: '330803100901' }),
      ]),
    );
    expect(summary.normalised).toEqual([
      { rule: 'fifteen-to-eighteen', rows: 1 },
      { rule: 'full-width', rows: 1 },
      { rule: 'retired-area', rows: 1 },
      { rule: 'surrounding-space', rows: 1 },
      { rule: 'variant-character', rows: 1 },
    ]);
    expect(
      await office.rows('SELECT first_spouse_name, registered_on, area_code FROM marriage ORDER BY number'),
    ).toEqual([
      { first_spouse_name: '吴杰', registered_on: '2024-01-02', area_code: '330803001' },
      { first_spouse_name: '吴大有', registered_on: '2024-02-02', area_code: '330803100246' },
    ]);
  });

  it.each([
    ['MISSING_VALUE', '男方姓名', ''],
    ['TEXT_TOO_LONG', '登记证字号', '长'.repeat(21)],
    ['INVALID_DATE', '登记日期', '2023年2月29日'],
    ['UNKNOWN_CODE', '登记类别', '复婚'],
    ['UNKNOWN_AREA', '住所区划', '330899001'],
    ['ID_NUMBER_FORMAT', '男方身份证号', '33089819500101'],
    ['ID_NUMBER_CHECK_CHARACTER', '男方身份证号', idNumber(1).slice(0, 17) + (idNumber(1).endsWith('5') ? '6' : '5')],
    ['MISSING_VALUE', '男方身份证号', ''],
  ])('sets a row aside with %s in %s, and keeps it as it came', async (reason, header, cell) => {
    const soiled = marriage(1, { [header]: cell });
    const { summary } = await imported(csv([marriage(0), soiled, marriage(2)]));
    expect(summary).toMatchObject({ rows: 3, accepted: 2, quarantined: 1, reasons: [{ rule: reason, rows: 1 }] });
    const raw = HEADERS.map((name) => soiled[name]).join(',');
    expect(await quarantine()).toEqual([{ line: 3, reason, column_header: header, raw }]);
  });

  it('sets a row with a wrong number of cells aside', async () => {
    await imported(csv(marriages(2)).replace(/\n/, '\nJ1,甲\n'));
    expect(await quarantine()).toEqual([{ line: 2, reason: 'COLUMN_COUNT', column_header: null, raw: 'J1,甲' }]);
  });

  it('keeps a row whose party has no usable number, and counts it as unlinked', async () => {
    const { summary } = await imported(
      csv([marriage(0, { 女方身份证号: '123' }), marriage(1, { 女方身份证号: '' }), marriage(2)]),
    );
    expect(summary).toMatchObject({ accepted: 3, unlinked: 2 });
    expect(await office.rows('SELECT count(*)::int AS n FROM marriage WHERE second_spouse_id IS NULL')).toEqual([
      { n: 2 },
    ]);
  });

  it('puts a row without an area into the whole district', async () => {
    await imported(csv([marriage(0, { 住所区划: '' })]));
    expect(await office.rows('SELECT area_code FROM marriage')).toEqual([{ area_code: '330803' }]);
  });

  it('accepts the first of rows with one key, in an empty table and in a filled one', async () => {
    const rows = [...marriages(4), marriage(1, { 备注: '再来', 女方身份证号: '' }), marriage(1), marriage(3)];
    const first = await imported(csv(rows));
    expect(first.summary).toMatchObject({
      rows: 7,
      accepted: 4,
      unlinked: 0,
      reasons: [{ rule: 'DUPLICATE_ROW', rows: 3 }],
    });
    expect((await quarantine()).map(({ line, column_header }) => [line, column_header])).toEqual([
      [6, '登记证字号'],
      [7, '登记证字号'],
      [8, '登记证字号'],
    ]);
    const second = await imported(csv(rows.map((row) => ({ ...row, 登记类别: '离婚' }))));
    expect(second.summary).toMatchObject({ accepted: 4, unlinked: 0, reasons: [{ rule: 'DUPLICATE_ROW', rows: 3 }] });
    expect(await office.rows('SELECT DISTINCT kind, note FROM marriage')).toEqual([{ kind: 'DIVORCE', note: null }]);
  });

  it('replaces what a corrected extract corrects and leaves its id, also where the row was set aside before', async () => {
    await imported(csv([marriage(0), marriage(1), marriage(2, { 登记类别: '复婚' })]));
    const ids = () => office.rows<{ number: string; id: string }>('SELECT number, id FROM marriage ORDER BY number');
    const before = await ids();
    const { summary } = await imported(csv([marriage(1, { 备注: '更正' }), marriage(2)]));
    expect(summary).toMatchObject({ accepted: 2, quarantined: 0 });
    expect((await ids()).slice(0, 2)).toEqual(before);
    expect(await office.notes()).toEqual({ 'J330803-0': null, 'J330803-1': '更正', 'J330803-2': null });
  });

  it('says so when a file was taken in before, and changes nothing', async () => {
    const { summary } = await imported(csv(marriages(3)));
    const again = await office.importFile(office.write(csv(marriages(3)), 'renamed.csv'));
    expect(again).toEqual({ kind: 'already-imported', batchId: summary.id });
    expect(await office.rows('SELECT count(*)::int AS n FROM exchange.import_batch')).toEqual([{ n: 1 }]);
  });

  it('takes one of two imports of one file at a time', async () => {
    const file = office.write(csv(marriages(2_000)));
    const outcomes = await Promise.all([office.importFile(file), office.importFile(file)]);
    expect(outcomes.map(({ kind }) => kind).sort()).toEqual(['already-imported', 'imported']);
    expect(await count()).toBe(2_000);
  });

  it('tells the link register of each batch once, later where it is down', async () => {
    office.link.batches.length = 0;
    office.link.isDown = true;
    const first = await imported(csv(marriages(1)));
    expect(first.deliveryFailure?.message).toBe('The link register is down.');
    office.link.isDown = false;
    const second = await imported(csv(marriages(2)));
    expect(second.deliveryFailure).toBeNull();
    expect(office.link.batches).toEqual([first.summary, second.summary]);
  });

  it('links a corrected number to the person before, and moves inherited areas with the person', async () => {
    await imported(`发放编号,身份证号\nA1,${idNumber(1)}\nA2,${idNumber(2)}\n`);
    await imported(`公民身份号码,曾用号码,现住地区划\n${idNumber(3)},${idNumber(1)},330803001\n${idNumber(2)},,\n`);
    const ids = office.link.ids;
    expect(ids.get(`person ${idNumber(3)}`)).toBe(ids.get(`person ${idNumber(1)}`));
    expect(await refreshInheritedAreas('civil-affairs', office.database, office.link, [allowances])).toBe(1);
    expect(await office.rows('SELECT number, area_code FROM allowance ORDER BY number')).toEqual([
      { number: 'A1', area_code: '330803001' },
      { number: 'A2', area_code: '330803' },
    ]);
    await imported(`发放编号,身份证号\nA3,${idNumber(3)}\n`);
    expect(await office.rows(`SELECT area_code FROM allowance WHERE number = 'A3'`)).toEqual([
      { area_code: '330803001' },
    ]);
  });
});

describe('a refused file', () => {
  it.each<[string, string, string | Buffer, RegExp]>([
    ['nothing in it', 'EMPTY_FILE', '', /header and rows/],
    ['nothing but line breaks', 'EMPTY_FILE', '\uFEFF\n\r\n', /header and rows/],
    ['zero bytes', 'BINARY_FILE', Buffer.from([80, 75, 3, 4, 0, 0, 1]), /CSV text/],
    ['UTF-16', 'UNKNOWN_ENCODING', Buffer.from(`\uFEFF${csv(marriages(1))}`, 'utf16le'), /UTF-8.*GB18030/],
    ['a spoilt character', 'UNKNOWN_ENCODING', spoil(csv(marriages(2))), /UTF-8/],
    [
      'an unknown header',
      'UNKNOWN_LAYOUT',
      `${HEADERS.slice(2).join(',')}\n1,2,3\n`,
      /marriages.*登记证字号, 男方身份证号/,
    ],
    ["another department's header", 'WRONG_DEPARTMENT', '课程编号\n1\n', /justice, layout courses/],
    ['a column twice', 'DUPLICATE_COLUMN', csv(marriages(1), [...HEADERS, '备注']), /备注/],
    ['an open quote', 'TRUNCATED_FILE', `${csv(marriages(2))}J9,"甲`, /quoted cell/],
    [
      'half a character',
      'TRUNCATED_FILE',
      Buffer.from(`${csv(marriages(2))}J9,甲`).subarray(0, -1),
      /within a character/,
    ],
    [
      'half a GB18030 character',
      'TRUNCATED_FILE',
      iconv.encode(`${csv(marriages(2))}甲`, 'gb18030').subarray(0, -1),
      /character/,
    ],
    ['too few cells at its end', 'TRUNCATED_FILE', csv(marriages(3)).slice(0, -30), /line 4/],
    [
      'an invalid cell at its end',
      'TRUNCATED_FILE',
      csv([marriage(1, { 住所区划: '3308' })], HEADERS.slice()).trimEnd(),
      /住所区划/,
    ],
    [
      'a line over a megabyte',
      'LINE_TOO_LONG',
      csv([marriage(0), marriage(1, { 备注: '长'.repeat(340_000) })]),
      /line 3/,
    ],
    ['an endless line', 'LINE_TOO_LONG', `${csv(marriages(1))}${'x'.repeat(5_000_000)}`, /line 3/],
  ])('with %s says %s and changes nothing', async (_, code, content, message) => {
    await expect(office.import(content)).rejects.toMatchObject({ code, message: expect.stringMatching(message) });
    expect(await count()).toBe(0);
    expect(await office.rows('SELECT id FROM exchange.import_batch')).toEqual([]);
  });

  it('that is not there says so', async () => {
    await expect(office.importFile('/nowhere.csv')).rejects.toMatchObject({ code: 'FILE_NOT_FOUND' });
  });

  it('may end without a line break after a whole row', async () => {
    expect((await imported(csv(marriages(2)).trimEnd())).summary.accepted).toBe(2);
  });

  it('never quotes a row that the register refuses', async () => {
    await office.database.pool.query('ALTER TABLE marriage ADD CONSTRAINT no_divorce CHECK (kind <> $$DIVORCE$$)');
    const content = csv([marriage(0), marriage(1, { 登记类别: '离婚', 男方姓名: '不可言' })]);
    const error = await office.import(content).catch((refusal: Error) => refusal);
    await office.database.pool.query('ALTER TABLE marriage DROP CONSTRAINT no_divorce');
    expect(error).toMatchObject({ code: 'REGISTER_REFUSED_ROWS', message: expect.stringContaining('no_divorce') });
    expect(JSON.stringify(error)).not.toContain('不可言');
    expect(await count()).toBe(0);
  });
});

function spoil(text: string): Buffer {
  const bytes = Buffer.from(text);
  bytes[bytes.lastIndexOf('婚') - 1] = 0xff;
  bytes[bytes.length - 3] = 0xff;
  return bytes;
}
