import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterEach, describe, expect, it } from 'vitest';
import { type EmbeddedPostgres, openEmbeddedPostgres } from '../embedded-postgres.ts';
import { processIdentity } from '../process-identity.ts';

const asRoot = process.getuid?.() === 0;
const opened: EmbeddedPostgres[] = [];
const directories: string[] = [];

function newDirectory(): string {
  const directory = mkdtempSync(join(tmpdir(), 'governance-hub-server-'));
  directories.push(directory);
  return directory;
}

async function open(directory: string, exclusive = false): Promise<EmbeddedPostgres> {
  const server = await openEmbeddedPostgres(directory, { exclusive, durable: false });
  opened.push(server);
  return server;
}

async function ask(server: EmbeddedPostgres, text: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: server.connectionString('postgres') });
  await client.connect();
  try {
    return (await client.query({ text, rowMode: 'array' })).rows;
  } finally {
    await client.end();
  }
}

async function hubProcess(directory: string, identity: { uid?: number; gid?: number } = {}) {
  const script = join(import.meta.dirname, 'open-and-wait.ts');
  const child: ChildProcess = spawn(process.execPath, [script, directory], {
    ...identity,
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const [line] = (await once(child.stdout as NodeJS.ReadableStream, 'data')) as [Buffer];
  return { child, server: Number(line.toString()) };
}

afterEach(async () => {
  for (const server of opened.splice(0)) await server.close();
  for (const directory of directories.splice(0)) rmSync(directory, { recursive: true, force: true });
});

describe('openEmbeddedPostgres', () => {
  it('starts a server from nothing, keeps the data between starts and listens on no network', async () => {
    const directory = newDirectory();
    const first = await open(directory);
    await ask(first, 'CREATE TABLE kept (id int)');
    expect(await ask(first, 'SHOW listen_addresses')).toEqual([['']]);
    await first.close();
    opened.length = 0;
    expect(processIdentity(first.pid)).toBeNull();
    const second = await open(directory);
    expect(await ask(second, 'SELECT count(*)::int FROM kept')).toEqual([[0]]);
    expect(await ask(second, 'SHOW timezone')).toEqual([['Asia/Shanghai']]);
  });

  it('shares one server among its users, and the last of them stops it', async () => {
    const directory = newDirectory();
    const [hub, command] = await Promise.all([open(directory, true), open(directory)]);
    opened.length = 0;
    expect(command.pid).toBe(hub.pid);
    await hub.close();
    expect(await ask(command, 'SELECT 1')).toEqual([[1]]);
    await command.close();
    expect(processIdentity(hub.pid)).toBeNull();
  });

  it('refuses a second hub on the same data and says which process has it', async () => {
    const directory = newDirectory();
    const { child } = await hubProcess(directory);
    await expect(openEmbeddedPostgres(directory, { exclusive: true })).rejects.toMatchObject({
      code: 'HUB_DATA_IN_USE',
      message: expect.stringContaining(`process ${child.pid}`),
    });
    child.stdin?.end();
    await once(child, 'exit');
  });

  it('takes over the server of a hub that was killed', async () => {
    const directory = newDirectory();
    const { child, server } = await hubProcess(directory);
    child.kill('SIGKILL');
    await once(child, 'exit');
    expect(processIdentity(server)).not.toBeNull();
    const successor = await open(directory, true);
    expect(successor.pid).toBe(server);
    await successor.close();
    opened.length = 0;
    expect(processIdentity(server)).toBeNull();
  });

  it('starts beside the pid file of a server that died, even when another process has its number now', async () => {
    const directory = newDirectory();
    await (await open(directory)).close();
    opened.length = 0;
    const pidFile = join(directory, 'postgres', 'data', 'postmaster.pid');
    writeFileSync(pidFile, `${process.pid}\n${join(directory, 'postgres', 'data')}\n1\n5432\n\n\n\n`);
    expect(await ask(await open(directory), 'SELECT 1')).toEqual([[1]]);
  });

  it('asks for a password and never logs what a statement said', async () => {
    const directory = newDirectory();
    const server = await open(directory);
    const stranger = new pg.Client({
      connectionString: server.connectionString('postgres', { name: 'hub_superuser', password: 'guess' }),
    });
    await expect(stranger.connect()).rejects.toMatchObject({ code: '28P01' });
    await expect(ask(server, `SELECT '330898199001011234' FROM nowhere`)).rejects.toThrow('nowhere');
    const log = readFileSync(join(directory, 'postgres', 'postgres.log'), 'utf8');
    expect(log).toContain('nowhere');
    expect(log).not.toContain('330898199001011234');
  });

  it('says which file is missing when the password is gone but the data is there', async () => {
    const directory = newDirectory();
    await (await open(directory)).close();
    opened.length = 0;
    rmSync(join(directory, 'keys'), { recursive: true });
    await expect(openEmbeddedPostgres(directory)).rejects.toMatchObject({ code: 'DATABASE_KEY_MISSING' });
  });

  it.runIf(asRoot)('works as root where only root can enter, keeping the data under /var/lib', async () => {
    const directory = join(newDirectory(), 'data');
    const server = await open(directory);
    expect(await ask(server, 'SELECT 1')).toEqual([[1]]);
    const home = readFileSync(join(directory, 'postgres-location'), 'utf8').trim();
    expect(existsSync(join(home, 'data', 'PG_VERSION'))).toBe(true);
    directories.push(home);
  });

  it.runIf(asRoot)('works as an ordinary user', async () => {
    const directory = join(newDirectory(), 'own');
    mkdirSync(directory);
    const [parent] = directories as [string];
    for (const path of [parent, directory]) chownSync(path, 65_534, 65_534);
    const { child, server } = await hubProcess(directory, { uid: 65_534, gid: 65_534 });
    expect(processIdentity(server)).not.toBeNull();
    child.stdin?.end();
    await once(child, 'exit');
    expect(processIdentity(server)).toBeNull();
  });
});
