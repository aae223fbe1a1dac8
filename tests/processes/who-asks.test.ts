import { execFile } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { userInfo } from 'node:os';
import { join, resolve } from 'node:path';
import { decodeJwt, decodeProtectedHeader } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type IdentityProvider, startProvider } from '../../gateway/access/tests/identity-provider.ts';
import { TOKEN_AUDIENCE } from '../../gateway/access/token-keys.ts';
import { type Certified, certify } from '../../gateway/http/tests/certificates.ts';
import { retireKey, rotateKey } from '../../schema/kit/keys/change-keys.ts';
import { openDatabases } from '../../schema/register/open-databases.ts';
import { scratchData } from '../kit/hub-process.ts';
import { isAnswered, QUERY } from './question.ts';
import { askSecurely, type SecureAnswer, type SecureCaller } from './secure-request.ts';
import { type StartedProcess, start } from './started-process.ts';

const root = resolve(import.meta.dirname, '..', '..');
const data = scratchData();
const TOKEN = 'gateway/access/token.ts';
const ACCOUNTS = 'gateway/access/service-accounts/accounts.ts';
const CHANGES = 'subscription { caseChanged { number } }';
const TIMES = [1, 2, 3, 4];

let hub: StartedProcess;
let provider: IdentityProvider;
let authority: Certified;
let certificate: Certified;

/** Runs a command over the hub's data while the hub runs; resolves with what it printed. */
const run = (file: string, ...parameters: string[]): Promise<string> =>
  new Promise((done, failed) =>
    execFile(
      process.execPath,
      [join(root, file), ...parameters],
      { env: { ...process.env, HUB_DATA: data } },
      (fault, stdout, stderr) => (fault ? failed(new Error(stderr)) : done(stdout.trim())),
    ),
  );
const token = (...parameters: string[]) => run(TOKEN, ...parameters);
const bearer = (text: string) => ({ headers: { authorization: `Bearer ${text}` } });
/** Asks four times, each on a connection of its own, so that both workers answer; tells each status. */
const statuses = async (caller: SecureCaller): Promise<(number | undefined)[]> =>
  Promise.all(TIMES.map(async () => (await askSecurely(`${hub.url}/graphql`, authority, caller, QUERY)).status));
const all = (status: number) => TIMES.map(() => status);
const subscribe = ({ certificate: shown, headers }: SecureCaller): Promise<SecureAnswer> =>
  askSecurely(
    `${hub.url}/graphql`,
    authority,
    { certificate: shown, headers: { ...headers, accept: 'text/event-stream', 'x-purpose': 'docket' } },
    CHANGES,
  );
const isOpen = async (stream: SecureAnswer): Promise<void> => {
  await expect.poll(() => stream.text()).toContain(':');
};
const codeOf = async (stream: SecureAnswer) => /"code":"(\w+)"/.exec(await stream.whole)?.[1];

const file = (path: string, text: string): string => {
  writeFileSync(join(data, path), text, { mode: 0o600 });
  return join(data, path);
};

beforeAll(async () => {
  authority = await certify({ subject: 'CN=Authority', isAuthority: true });
  const own = await certify({ subject: 'CN=hub', names: [{ type: 'ip', value: '127.0.0.1' }], by: authority });
  const name = { type: 'url', value: 'urn:system:docket' } as const;
  certificate = await certify({ subject: 'CN=docket', names: [name], by: authority });
  provider = await startProvider(TOKEN_AUDIENCE, ['reporting-tool'], ['governance-center.case:statistics']);
  hub = await start('gateway/main.ts', ['--workers', '2'], {
    HUB_DATA: data,
    HUB_SCALE: '0',
    HUB_PORT: '0',
    HUB_OIDC_ISSUER: provider.issuer,
    HUB_OWN_TOKENS: '1',
    HUB_TLS_CERT: file('hub.pem', own.cert),
    HUB_TLS_KEY: file('hub.key.pem', own.key),
    HUB_TLS_CLIENT_CA: file('authority.pem', authority.cert),
  });
});

afterAll(async () => {
  await hub.stop();
  await provider.down();
  rmSync(data, { recursive: true, force: true });
});

describe('a hub of two workers, over HTTPS', { timeout: 90_000 }, () => {
  it('takes a new signing key while it runs, tells it, and believes the one before until it is retired', async () => {
    const before = await token('case-handler');
    expect(await statuses(bearer(before))).toEqual(all(200));
    const keys = join(data, 'keys');
    const use = { use: 'token', kind: 'pair', title: '' } as const;
    const next = rotateKey(keys, use);
    const after = await token('case-handler');
    expect(decodeProtectedHeader(after).kid).toBe(next.id);
    expect(await statuses(bearer(after))).toEqual(all(200));
    expect(await statuses(bearer(before))).toEqual(all(200));
    const told = await askSecurely(`${hub.url}/.well-known/jwks.json`, authority, {});
    const old = decodeProtectedHeader(before).kid as string;
    const jwks = JSON.parse(await told.whole) as { keys: { kid: string; d?: string }[] };
    expect(jwks.keys.map(({ kid }) => kid)).toEqual([next.id, old]);
    expect(jwks.keys.map(({ d }) => d)).toEqual([undefined, undefined]);
    retireKey(keys, use, old);
    await expect.poll(() => statuses(bearer(before)), { timeout: 5_000 }).toEqual(all(401));
    expect(await statuses(bearer(after))).toEqual(all(200));
  });

  it('refuses a revoked token at every worker, and ends what it had subscribed to', async () => {
    const lost = await token('case-handler', '--user', 'wei');
    const other = await token('case-handler', '--user', 'wei');
    const [stream, staying] = await Promise.all([subscribe(bearer(lost)), subscribe(bearer(other))]);
    await Promise.all([isOpen(stream), isOpen(staying)]);
    await token('revoke', '--file', file('lost.jwt', lost));
    expect(await codeOf(stream)).toBe('UNAUTHENTICATED');
    expect(await statuses(bearer(lost))).toEqual(all(401));
    expect(await statuses(bearer(other))).toEqual(all(200));
    await token('revoke', '--user', 'wei');
    expect(await codeOf(staying)).toBe('UNAUTHENTICATED');
    expect(await statuses(bearer(other))).toEqual(all(401));
  });

  it('lets a system in by its account: by certificate, by token, until the account ends', async () => {
    expect(await statuses({ certificate })).toEqual(all(401));
    const who = ['--organization', 'CENTER', '--persona', 'centre-system', '--area', '330803'];
    await run(ACCOUNTS, 'add', 'docket-system', ...who, '--certificate', 'URI:urn:system:docket');
    await expect(run(ACCOUNTS, 'add', 'docket-system', ...who)).rejects.toThrow(/no account in force has/);
    await expect.poll(() => statuses({ certificate })).toEqual(all(200));
    const own = await token('--service', 'docket-system');
    expect(decodeJwt(own)).toMatchObject({ sub: 'docket-system', client: 'docket-system' });
    expect(await statuses(bearer(own))).toEqual(all(200));
    const stream = await subscribe({ certificate });
    await isOpen(stream);
    expect(await run(ACCOUNTS, 'list')).toMatch(/docket-system {2}CENTER {2}centre-system/);
    await token('revoke', '--certificate', file('system.pem', certificate.cert));
    expect(await codeOf(stream)).toBe('UNAUTHENTICATED');
    expect(await statuses({ certificate })).toEqual(all(401));
    expect(await statuses(bearer(own))).toEqual(all(200));
    await run(ACCOUNTS, 'end', 'docket-system');
    await expect.poll(() => statuses(bearer(own))).toEqual(all(401));
    expect(await run(ACCOUNTS, 'list')).toContain('ended');
  });

  it('answers a system that logs in at the identity provider, for what its account opens', async () => {
    const granted = await provider.clientToken('reporting-tool', 'governance-center.case:statistics');
    expect(await statuses(bearer(granted))).toEqual(all(401));
    const who = ['--organization', 'CENTER', '--persona', 'analyst', '--area', '330803'];
    await run(ACCOUNTS, 'add', 'reporting-tool', ...who, '--scope', 'governance-center.case:statistics');
    await expect.poll(() => statuses(bearer(granted))).toEqual(all(200));
    const answer = await askSecurely(`${hub.url}/graphql`, authority, bearer(granted), QUERY);
    expect(isAnswered(JSON.parse(await answer.whole))).toBe(true);
  });

  it('says which account is not complete, and enters nothing', async () => {
    const add = ['add', 'x', '--organization', 'CENTER', '--persona', 'analyst', '--area', '33'];
    await expect(run(ACCOUNTS, ...add, '--scope', 'public-security.person:identify')).rejects.toThrow(
      /areas[^]*scopes: expected scopes of analyst, not public-security.person:identify/,
    );
    await expect(run(ACCOUNTS, 'end', 'x')).rejects.toThrow(/account in force/);
  });

  it('has each of these changes in its ledger, with who made it', async () => {
    const registers = await openDatabases({
      departments: ['hub'],
      config: { dataDirectory: data, databaseUrls: new Map() },
    });
    const { rows } = await registers
      .database('hub')
      .pool.query<{ kind: string; facts: string; actor: string }>('SELECT * FROM ledger_record ORDER BY leaf');
    await registers.close();
    const told = rows.filter(({ kind }) => kind.startsWith('access.'));
    expect(told.map(({ kind, facts }) => [kind, JSON.parse(facts)])).toMatchObject([
      ['access.revoked', { kind: 'TOKEN' }],
      ['access.revoked', { kind: 'USER', value: 'wei' }],
      ['access.account-added', { client: 'docket-system', organization: 'CENTER' }],
      ['access.revoked', { kind: 'CERTIFICATE' }],
      ['access.account-ended', { client: 'docket-system' }],
      ['access.account-added', { client: 'reporting-tool', persona: 'analyst' }],
    ]);
    expect(told.map(({ actor }) => actor)).toEqual(told.map(() => userInfo().username));
  });

  it('answers what is under way when it ends', async () => {
    const stream = await subscribe(bearer(await token('case-handler')));
    await isOpen(stream);
    hub.kill('SIGTERM');
    expect(await codeOf(stream)).toBe('HUB_STOPPING');
    expect(await hub.ended).toBe(0);
  });
});
