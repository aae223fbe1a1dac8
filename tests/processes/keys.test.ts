import { readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ledgerIn } from '../../schema/ledger/ledger.ts';
import { type OpenRegisters, openDatabases } from '../../schema/register/open-databases.ts';
import { askAt } from '../kit/hub-client.ts';
import { type HubProcess, runCommand, scratchData, startHub } from '../kit/hub-process.ts';

const data = scratchData();
let hub: HubProcess;
let registers: OpenRegisters;
let logged = '';

beforeAll(async () => {
  hub = await startHub(data);
  hub.process.stdout?.on('data', (chunk: Buffer) => (logged += chunk.toString()));
  hub.process.stderr?.on('data', (chunk: Buffer) => (logged += chunk.toString()));
  registers = await openDatabases({ config: { dataDirectory: data, databaseUrls: new Map() } });
});
afterAll(async () => {
  await registers.close();
  await hub.end('SIGTERM');
  rmSync(data, { recursive: true, force: true });
});

const ask = (persona: string, purpose: string, query: string, variables: Record<string, unknown> = {}) =>
  askAt({ url: hub.url, dataDirectory: data }, { persona, purpose, organization: 'CENTER' }, query, variables);

const somebody = () =>
  JSON.parse(readFileSync(join(data, 'extracts', 'truth', 'district.json'), 'utf8')).notable.everything as {
    idNumber: string;
  };

/** The person of a number, as the window finds them. */
async function idOf(idNumber: string): Promise<string> {
  const { data: told } = await ask(
    'case-handler',
    'intake',
    'query ($idNumber: String!) { personByIdNumber(idNumber: $idNumber) { id maskedName } }',
    { idNumber },
  );
  return told.personByIdNumber?.id;
}

const pageAfter = async (cursor: string | null) => {
  const query = `query ($after: String) {
    cases(first: 2, after: $after) { nodes { number } pageInfo { endCursor } } }`;
  return (await ask('case-handler', 'docket', query, { after: cursor })).data.cases;
};

const keyIds = async (use: string): Promise<string[]> => {
  const { stdout } = await runCommand(data, 'keys', 'list');
  return stdout.split('\n').flatMap((line) => (line.split(/\s+/)[0] === use ? [line.split(/\s+/)[1] as string] : []));
};

describe('npm run keys', { timeout: 120_000 }, () => {
  it('rotates keys under a hub that runs: people are still found, cursors still open', async () => {
    const { idNumber } = somebody();
    const before = await idOf(idNumber);
    expect(before).toMatch(/^[0-9a-f-]{36}$/);
    const { pageInfo } = await pageAfter(null);
    const second = await pageAfter(pageInfo.endCursor);
    expect(await runCommand(data, 'keys', 'rotate', 'link', 'cursor', 'seal', 'search')).toMatchObject({ code: 0 });
    expect(await keyIds('seal')).toHaveLength(2);
    expect(await idOf(idNumber)).toBe(before);
    expect((await pageAfter(pageInfo.endCursor)).nodes).toEqual(second.nodes);
    expect((await ledgerIn(registers.database('hub')).state()).tree.size).toBeGreaterThanOrEqual(4);
    const { rows } = await registers
      .database('hub')
      .pool.query(`SELECT facts FROM ledger_record WHERE kind = 'keys.rotated'`);
    expect(rows).toHaveLength(4);
  });

  it('retires a key that nothing needs any more, and no other', async () => {
    const [, older = ''] = await keyIds('seal');
    const refused = await runCommand(data, 'keys', 'retire', 'seal', older);
    expect(refused).toMatchObject({ code: 1, stderr: expect.stringContaining('KEY_NEEDED') });
    expect(refused.stderr).toContain('reseal');
    expect(await runCommand(data, 'keys', 'reseal')).toMatchObject({ code: 0 });
    expect(await runCommand(data, 'keys', 'retire', 'seal', older)).toMatchObject({ code: 0 });
    const [, search = ''] = await keyIds('search');
    expect(await runCommand(data, 'keys', 'retire', 'search', search)).toMatchObject({ code: 0 });
    const [newest = ''] = await keyIds('seal');
    expect(await runCommand(data, 'keys', 'retire', 'seal', newest)).toMatchObject({ code: 1 });
    const { rows } = await registers
      .database('public-security')
      .pool.query('SELECT DISTINCT left(name, 10) FROM person');
    expect(rows).toEqual([{ left: `~1${newest}` }]);
  });

  it('puts the tokens of numbers that a register keeps under the newest link key', async () => {
    const [newest] = await keyIds('link');
    const { rows } = await registers
      .database('hub')
      .pool.query(
        `SELECT (count(*) FILTER (WHERE key_id = $1))::int AS fresh, count(*)::int AS tokens FROM person_token`,
        [newest],
      );
    expect(rows[0].fresh).toBeGreaterThan(0.9 * rows[0].tokens);
    expect(await idOf(somebody().idNumber)).toMatch(/^[0-9a-f-]{36}$/);
  });
});

describe('secrets', () => {
  /** Every key and password, as it might be written. */
  const spellings = (): [string, string][] =>
    readdirSync(join(data, 'keys'))
      .filter((file) => !file.includes('.public.') && statSync(join(data, 'keys', file)).isFile())
      .flatMap((file): [string, string][] => {
        const bytes = readFileSync(join(data, 'keys', file));
        const text = bytes.toString('utf8').trim();
        const secret = file.endsWith('.jwk.json') ? (JSON.parse(text) as { d: string }).d : text;
        const written = file.endsWith('.key') ? ['hex', 'base64', 'base64url', 'latin1'] : [];
        return [secret, ...written.map((form) => bytes.toString(form as BufferEncoding))]
          .filter((spelling) => spelling.length >= 16)
          .map((spelling) => [file, spelling.replace(/=+$/, '')]);
      });

  it('stand in no process argument and no log', () => {
    const secrets = spellings();
    expect(new Set(secrets.map(([file]) => file.split('.').at(-1)))).toEqual(
      new Set(['key', 'json', 'database-password']),
    );
    const processes = readdirSync('/proc')
      .filter((entry) => /^\d+$/.test(entry))
      .map((pid): [string, string] => [`process ${pid}`, readProcess(pid)]);
    expect(processes.some(([, line]) => line.includes('postgres'))).toBe(true);
    const places: [string, string][] = [['log', hub.said + logged], ...processes];
    for (const log of readdirSync(data, { recursive: true, encoding: 'utf8' }).filter((file) =>
      file.endsWith('.log'),
    )) {
      places.push([log, readFileSync(join(data, log), 'latin1')]);
    }
    const found = places.flatMap(([place, text]) =>
      secrets.filter(([, secret]) => text.includes(secret)).map(([file]) => `${file} in ${place}`),
    );
    expect(found).toEqual([]);
  });

  it('are readable by their owner alone', () => {
    const open = readdirSync(join(data, 'keys')).filter(
      (file) => !file.includes('.public.') && (statSync(join(data, 'keys', file)).mode & 0o077) !== 0,
    );
    expect(open).toEqual([]);
    expect(statSync(join(data, 'keys')).mode & 0o077).toBe(0);
  });
});

/** A process' arguments; none where it has ended meanwhile. */
function readProcess(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'latin1');
  } catch {
    return '';
  }
}
