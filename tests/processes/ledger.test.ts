import { appendFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { issueToken } from '../../gateway/access/issue-token.ts';
import { openTokenKeys } from '../../gateway/access/token-keys.ts';
import { openEmbeddedPostgres } from '../../schema/register/embedded-postgres.ts';
import { type OpenRegisters, openDatabases } from '../../schema/register/open-databases.ts';
import { publishCaseChanged } from '../../subgraphs/governance-center/loaders/case-changes.ts';
import { type Asker, askAt } from '../kit/hub-client.ts';
import { hubCommand } from '../kit/hub-command.ts';
import { type HubProcess, scratchData, startHub } from '../kit/hub-process.ts';
import { headersOf, subscribe } from '../live/subscriber.ts';

const data = scratchData();
const place = (name: string) => join(data, name);
const ledger = (...parameters: string[]) => hubCommand(data, 'gateway/ledger/ledger.ts', ...parameters);

let hub: HubProcess;
let registers: OpenRegisters;
let pool: pg.Pool;
let key: string;
let matter: { number: string; person: string };
let handler: Asker;
let citizen: Asker;

const RECORD = 'query ($person: ID!) { person(id: $person) { id maskedName careTags { kind } } }';
const LOG =
  'query ($person: ID!) { person(id: $person) { id disclosures(first: 100) { totalCount nodes { id caseNumber } } } }';
const ask = (asker: Asker, query: string, variables: Record<string, unknown> = { person: matter.person }) =>
  askAt({ url: hub.url, dataDirectory: data }, asker, query, variables);

const extractOf = async (asker: Asker, page = '') => {
  const token = await issueToken(await openTokenKeys(data), asker);
  const headers = { authorization: `Bearer ${token}`, ...(asker.purpose && { 'x-purpose': asker.purpose }) };
  const response = await fetch(`${hub.url}/disclosures/extract${page}`, { headers });
  return { status: response.status, text: await response.text() };
};

beforeAll(async () => {
  hub = await startHub(data, { HUB_SCALE: '0.004' });
  registers = await openDatabases({ config: { dataDirectory: data, databaseUrls: new Map() } });
  pool = registers.database('hub').pool;
  key = (await ledger('keys')).stdout.trim();
  const { data: told } = await ask(
    { persona: 'case-handler', purpose: 'docket' },
    `{ cases(filter: { status: [ACCEPTED, ASSIGNED, IN_PROGRESS] }, first: 100) {
         nodes { number opens holder { id } parties { person { id } } } } }`,
    {},
  );
  const own = told.cases.nodes.find((one: { parties: { person: unknown }[] }) => one.parties[0]?.person);
  matter = { number: own.number, person: own.parties[0].person.id };
  handler = {
    persona: 'case-handler',
    organization: own.holder.id,
    purpose: 'case-handling',
    caseNumber: matter.number,
  };
  citizen = { persona: 'citizen', purpose: 'own-record', person: matter.person };
  for (let times = 0; times < 3; times++) await ask(handler, RECORD);
});
afterAll(async () => {
  await registers?.close();
  await hub?.end('SIGTERM');
  rmSync(data, { recursive: true, force: true });
});

describe('a witness', () => {
  const name = 'audit.example/witness';
  const witness = (state: string, withKey = key) =>
    ledger('witness', hub.url, '--key', withKey, '--name', name, '--state', place(state));

  it('signs a head that grew, and the hub shows its signature once it knows the witness', async () => {
    const unknown = await witness('witness');
    expect([unknown.code, unknown.stderr]).toEqual([2, expect.stringContaining('KEY_UNKNOWN')]);
    const own = /(?:Key of this witness[^:]*: )(\S+)/.exec(unknown.stdout)?.[1] ?? '';
    appendFileSync(place('keys/witnesses.txt'), `# the audit office\n${own}\n`);
    expect((await witness('witness')).code).toBe(0);
    await ask(handler, RECORD);
    const again = await witness('witness');
    expect(again.stdout).toMatch(/✓ .* [1-9]\d* more; signed and handed back/);
    const note = await (await fetch(`${hub.url}/ledger/checkpoint`)).text();
    expect(note).toContain(`— ${name} `);
    writeFileSync(place('witnessed.txt'), note);
  });

  it('signs nothing for another key', async () => {
    const { code, stderr } = await witness('witness', key.replace(/\+[^+]+\+.*$/, '+00000000+AAAA'));
    expect([code, stderr]).toEqual([2, expect.stringContaining('Expected a key as')]);
  });

  it('gets no head at all from a hub whose ledger was cut off under it', async () => {
    const { rows } = await pool.query('SELECT size, peaks FROM ledger_tree');
    const heads = await pool.query('DELETE FROM ledger_checkpoint RETURNING *');
    await pool.query('UPDATE ledger_tree SET size = 0, peaks = $1', ['']);
    const shrunk = await fetch(`${hub.url}/ledger/checkpoint`);
    for (const { size, at, note, cosignatures } of heads.rows) {
      await pool.query('INSERT INTO ledger_checkpoint VALUES ($1, $2, $3, $4)', [size, at, note, cosignatures]);
    }
    await pool.query('UPDATE ledger_tree SET size = $1, peaks = $2', [rows[0].size, rows[0].peaks]);
    expect([shrunk.status, await shrunk.text()]).toEqual([503, expect.stringContaining('LEDGER_SHRUNK')]);
    expect((await witness('witness')).code).toBe(0);
  });

  it('is told nothing but hashes, and nothing that is not asked for well', async () => {
    const told = async (path: string, init?: RequestInit) => {
      const response = await fetch(`${hub.url}${path}`, init);
      return [
        response.status,
        (JSON.parse(await response.text()) as { errors?: [{ extensions: { code: string } }] }).errors?.[0].extensions
          .code,
      ];
    };
    expect(await told('/ledger/consistency?from=0&to=999999999')).toEqual([400, 'RANGE_INVALID']);
    expect(await told('/ledger/consistency?from=x&to=1')).toEqual([400, 'RANGE_INVALID']);
    expect(await told('/ledger/cosignatures', { method: 'POST', body: 'nothing' })).toEqual([400, 'NOTE_INVALID']);
    expect(await told('/ledger/entries')).toEqual([404, 'NOT_FOUND']);
  });
});

describe('a citizen', () => {
  const check = async (page: string) => {
    writeFileSync(place('extract.html'), page);
    return hubCommand(place('elsewhere'), 'gateway/ledger/ledger.ts', 'check', place('extract.html'), '--key', key);
  };

  it('is given an extract that anybody can check without the hub, and in which nothing can be changed', async () => {
    const { status, text } = await extractOf(citizen);
    expect(status).toBe(200);
    expect(text).toContain(matter.number);
    const checked = await check(text);
    expect([checked.code, checked.stdout]).toEqual([0, expect.stringContaining('lines are in the ledger')]);
    const others = [
      text.replace(matter.number, 'QJ-0000-000000'),
      text.replaceAll(matter.number, 'QJ-0000-000000'),
      text.replaceAll('case-handler-user', 'another-user'),
      text.replace(/<tr><td>.*?<\/tr>/s, ''),
    ];
    for (const altered of others) expect([(await check(altered)).code, altered === text]).toEqual([1, false]);
  });

  it('is told which key is missing where the extract is checked without one, away from the hub', async () => {
    const file = place('extract.html');
    const beside = await hubCommand(data, 'gateway/ledger/ledger.ts', 'check', file);
    expect(beside.stdout).toMatch(/lines are in the ledger|Do not rely/);
    const away = await hubCommand(place('nowhere'), 'gateway/ledger/ledger.ts', 'check', file);
    expect(away).toMatchObject({ code: 2, stderr: expect.stringContaining('KEY_UNKNOWN') });
  });

  it('is given older reads on further pages, each of twenty and checked alone', async () => {
    for (let times = 0; times < 20; times++) await ask(handler, RECORD);
    const leavesOn = async (page: string) => {
      const { text } = await extractOf(citizen, page);
      expect((await check(text)).code).toBe(0);
      return [...text.matchAll(/<td>(\d+)<\/td><\/tr>/g)].map(([, leaf]) => Number(leaf));
    };
    const first = await leavesOn('');
    const second = await leavesOn('?page=2');
    expect([first.length, first]).toEqual([20, [...first].sort((a, b) => b - a)]);
    expect(second.length).toBeGreaterThan(0);
    const told = new Set([...first, ...second]);
    const { rows } = await pool.query('SELECT leaf FROM disclosure WHERE $1 = ANY (persons) AND leaf <= $2', [
      matter.person,
      Math.max(...first),
    ]);
    expect(rows.filter(({ leaf }) => !told.has(leaf))).toEqual([]);
    for (const page of ['?page=0', '?page=3', '?page=51', '?page=x']) {
      const { status, text } = await extractOf(citizen, page);
      expect([status, text]).toEqual([400, expect.stringContaining('RANGE_INVALID')]);
    }
  });

  it('is refused without the purpose, and others are refused', async () => {
    expect((await extractOf({ ...citizen, purpose: '' })).text).toContain('PURPOSE_REQUIRED');
    expect((await extractOf(handler)).status).toBe(403);
    expect((await fetch(`${hub.url}/disclosures/extract`)).status).toBe(401);
  });

  it('is told nothing of reads for a purpose that withholds, until its matter is released', async () => {
    const purposes = (...parameters: string[]) =>
      hubCommand(data, 'gateway/access/purposes/purposes.ts', ...parameters).then(({ stdout }) => stdout);
    const casesTold = async () =>
      (await ask(citizen, LOG)).data.person.disclosures.nodes.map((one: { caseNumber: string }) => one.caseNumber);
    expect(await casesTold()).toContain(matter.number);
    await purposes('change', 'case-handling', '--withhold', '--reason', 'An investigation runs');
    expect(await purposes('list')).toContain('once the matter is released');
    expect(JSON.parse(await purposes('show', 'case-handling')).withheldUntilReleased).toBe(true);
    expect(await casesTold()).not.toContain(matter.number);
    expect((await extractOf(citizen)).text).not.toContain(matter.number);
    expect((await ledger('withheld')).stdout).toMatch(new RegExp(`${matter.number} .*purpose case-handling`));
    await purposes('change', 'case-handling', '--no-withhold', '--reason', 'It is over');
    expect(await casesTold()).toContain(matter.number);
    const [before] = (
      await pool.query(`SELECT purpose FROM purpose_version WHERE code = 'case-handling'
      ORDER BY version DESC OFFSET 1 LIMIT 1`)
    ).rows;
    expect(before.purpose.withheld_until_released).toBe(true);
  });

  it('is told nothing of a running investigation, its number neither, until it is released', async () => {
    const auditor: Asker = { persona: 'auditor', purpose: 'oversight' };
    const countOf = async (asker: Asker) => (await ask(asker, LOG)).data.person.disclosures;
    const before = await countOf(citizen);
    expect((await ledger('withhold', matter.number)).code).toBe(0);
    const withheld = await countOf(citizen);
    expect(withheld.nodes.every(({ caseNumber }: { caseNumber: string }) => caseNumber !== matter.number)).toBe(true);
    expect(withheld.totalCount).toBe(withheld.nodes.length);
    expect(withheld.totalCount).toBeLessThan(before.totalCount);
    expect((await extractOf(citizen)).text).not.toContain(matter.number);
    const audited = await countOf(auditor);
    expect(audited.totalCount).toBeGreaterThan(before.totalCount);
    expect((await ledger('release', matter.number)).code).toBe(0);
    expect((await countOf(citizen)).totalCount).toBeGreaterThan(before.totalCount);
    const { rows } = await pool.query('SELECT kind, facts FROM ledger_record ORDER BY leaf');
    expect(rows.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['disclosures.withheld', 'disclosures.released']),
    );
  });
});

describe('a department', () => {
  it('sees the reads of its own register, and no others', async () => {
    const query = '{ disclosures(first: 100) { totalCount nodes { department } } }';
    const developer: Asker = {
      persona: 'department-developer',
      purpose: 'data-quality',
      department: 'public-security',
    };
    const { data: told, errors } = await ask(developer, query, {});
    expect(errors).toEqual([]);
    expect(new Set(told.disclosures.nodes.map(({ department }: { department: string }) => department))).toEqual(
      new Set(['public-security']),
    );
    const other = await ask(developer, '{ disclosures(department: "justice") { totalCount } }', {});
    expect(other.data.disclosures.totalCount).toBe(0);
    expect((await ask(handler, query, {})).errors[0]?.extensions.code).toBe('FORBIDDEN');
  });

  it('has the handing out of its quarantine on record, and gets no row that cannot be', async () => {
    const counted = async () => (await pool.query(`SELECT * FROM disclosure WHERE client = 'npm run quarantine'`)).rows;
    const handedOut = (out: string) =>
      hubCommand(data, 'subgraphs/quarantine.ts', 'civil-affairs', '--out', place(out));
    expect((await handedOut('rows.csv')).code).toBe(0);
    expect(await counted()).toMatchObject([{ department: 'civil-affairs', purpose: 'data-quality', persons: [] }]);
    await pool.query('ALTER TABLE disclosure RENAME TO away');
    const failed = await handedOut('none.csv');
    await pool.query('ALTER TABLE away RENAME TO disclosure');
    expect(failed.code).not.toBe(0);
    expect(() => readFileSync(place('none.csv'))).toThrow('ENOENT');
  });
});

describe('entries of the last three years', () => {
  it('stay whole, whoever asks for less', async () => {
    expect((await ledger('thin', '--years', '2')).code).toBe(1);
    expect((await ledger('thin')).stdout).toMatch(/^0 entries/);
  });
});

describe('while the ledger cannot be written', () => {
  const MIXED = `query ($person: ID!) { person(id: $person) { id maskedName } area(code: "330803") { children { code } } }`;
  const FIGURES = '{ populationStatistics(groupBy: [TOWN]) { asOf } }';
  const analyst: Asker = { persona: 'analyst', purpose: 'statistics' };
  const fault = (sqlState: string) => `
    CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
      RAISE EXCEPTION 'refused' USING ERRCODE = '${sqlState}'; END $$;
    CREATE TRIGGER refuse BEFORE INSERT ON disclosure FOR EACH STATEMENT EXECUTE FUNCTION refuse()`;
  const mended = 'DROP TRIGGER refuse ON disclosure; DROP FUNCTION refuse';

  async function expectNobodyTold(): Promise<void> {
    const before = await pool.query('SELECT size FROM ledger_tree');
    const { data: told, errors, text } = await ask(handler, MIXED);
    expect(told?.person ?? null).toBeNull();
    expect(errors.map(({ extensions }) => extensions.code)).toContain('LEDGER_UNAVAILABLE');
    expect(text).not.toContain('*');
    expect((await ask(analyst, FIGURES, {})).errors).toEqual([]);
    expect((await pool.query('SELECT size FROM ledger_tree')).rows).toEqual(before.rows);
  }

  it.each([
    ['an entry is refused', fault('P0001'), mended],
    ['the disk is full', fault('53100'), mended],
    ['the right to write is revoked', 'REVOKE INSERT ON disclosure FROM hub', 'GRANT INSERT ON disclosure TO hub'],
    ['the table is gone', 'ALTER TABLE disclosure RENAME TO away', 'ALTER TABLE away RENAME TO disclosure'],
    ['the tree is gone', 'ALTER TABLE ledger_tree RENAME TO away', 'ALTER TABLE away RENAME TO ledger_tree'],
  ])('nobody’s data is told but figures are: %s', async (what, broken, mending) => {
    await pool.query(broken);
    try {
      if (what === 'the tree is gone') {
        const { data: told, errors } = await ask(handler, MIXED);
        expect([told?.person ?? null, errors[0]?.extensions.code]).toEqual([null, 'LEDGER_UNAVAILABLE']);
        expect((await ask(analyst, FIGURES, {})).errors).toEqual([]);
      } else await expectNobodyTold();
    } finally {
      await pool.query(mending);
    }
    expect((await ask(handler, MIXED)).errors).toEqual([]);
  });

  it('tells open reference data beside it in the same answer', async () => {
    await pool.query(fault('53100'));
    const { data: told, errors } = await ask(handler, MIXED);
    await pool.query(mended);
    expect(told.person).toBeNull();
    expect(told.area?.children?.length ?? 0).toBeGreaterThan(0);
    expect(errors.every(({ extensions }) => extensions.code === 'LEDGER_UNAVAILABLE')).toBe(true);
  });

  it('a subscription ends, and tells nobody’s data of a change', async () => {
    const changes = 'subscription { caseChanged { number parties { person { id maskedName } } } }';
    const docket = await headersOf({ persona: 'case-handler', purpose: 'docket' }, data);
    const { told, until, over } = await subscribe(docket, changes, {}, hub.url);
    const change = () => publishCaseChanged(registers.database('governance-center'), matter.number);
    await change();
    await until(1);
    await pool.query(fault('53100'));
    await change();
    await over;
    await pool.query(mended);
    expect(JSON.stringify(told[0])).toContain(matter.person);
    expect(
      told.slice(1).map(({ data: more, errors }) => [more, errors?.map(({ extensions }) => extensions.code)]),
    ).toEqual([[{ caseChanged: null }, ['LEDGER_UNAVAILABLE']]]);
  });

  it('nobody’s data is told but figures are: the hub’s own database is gone', async () => {
    const server = await openEmbeddedPostgres(data);
    const beside = new pg.Client(server.connectionString('postgres'));
    await beside.connect();
    const [{ name }] = (await pool.query('SELECT current_database() AS name')).rows;
    await ask(analyst, FIGURES, {});
    await beside.query(`ALTER DATABASE "${name}" ALLOW_CONNECTIONS false`);
    await beside.query('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1', [name]);
    try {
      const codeTold = async () => {
        const { data: told, errors, text } = await ask(handler, MIXED);
        expect([told?.person ?? null, text.includes('*')]).toEqual([null, false]);
        return errors[0]?.extensions.code;
      };
      // Within half a second the rules of access are still known, and the register that knows people is not there.
      expect(['SOURCE_UNAVAILABLE', 'LEDGER_UNAVAILABLE']).toContain(await codeTold());
      await expect.poll(codeTold, { timeout: 10_000 }).toBe('LEDGER_UNAVAILABLE');
      expect((await ask(analyst, FIGURES, {})).errors).toEqual([]);
      expect((await extractOf(citizen)).status).toBe(503);
    } finally {
      await beside.query(`ALTER DATABASE "${name}" ALLOW_CONNECTIONS true`);
      await beside.end();
      await server.close();
    }
    await expect.poll(async () => (await ask(handler, MIXED)).errors, { timeout: 10_000 }).toEqual([]);
  });

  it('verifies whole afterwards', async () => {
    expect((await ledger('verify', '--checkpoint', place('witnessed.txt'))).stdout).toContain('The ledger is whole');
  });
});
