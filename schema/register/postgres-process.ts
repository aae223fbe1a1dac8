import { spawn } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { isRunning, type ProcessIdentity, processIdentity } from './process-identity.ts';
import { RegisterError } from './register-error.ts';
import type { ServerAccount } from './server-account.ts';

const startMilliseconds = 60_000;
const stopMilliseconds = 60_000;
const largestLogBytes = 10_000_000;

/** What a server needs to be started and asked whether it is there. */
export interface PostgresProcess {
  readonly postgres: string;
  readonly home: string;
  readonly dataFiles: string;
  readonly socket: string;
  readonly account: ServerAccount | null;
  readonly durable: boolean;
  /** A connection string of the superuser. */
  readonly superuser: string;
}

/** The server that runs on these data files, whoever started it, or null; a stale postmaster.pid is none. */
export function runningPostgres(dataFiles: string): ProcessIdentity | null {
  const path = join(dataFiles, 'postmaster.pid');
  if (!existsSync(path)) return null;
  const identity = processIdentity(Number(readFileSync(path, 'utf8').split('\n')[0]));
  if (identity === null) return null;
  const commandLine = `/proc/${identity.pid}/cmdline`;
  return existsSync(commandLine) && !readFileSync(commandLine, 'utf8').includes(dataFiles) ? null : identity;
}

/** Starts a server and resolves when it answers. Its own process group: Ctrl-C ends the hub, and the hub ends it. */
export async function startPostgres(server: PostgresProcess): Promise<ProcessIdentity> {
  rmSync(join(server.dataFiles, 'postmaster.pid'), { force: true });
  const log = openLog(server.home);
  const child = spawn(server.postgres, commandLine(server), {
    ...server.account,
    cwd: server.dataFiles,
    env: { TZ: 'Asia/Shanghai', LC_ALL: 'C' },
    detached: true,
    stdio: ['ignore', log, log],
  });
  closeSync(log);
  child.unref();
  let failure = '';
  child.once('error', (error) => {
    failure = error.message;
  });
  child.once('exit', (code, signal) => {
    failure = `it ended with ${signal ?? code}`;
  });
  const answered = await answers(server, () => failure === '');
  const identity = runningPostgres(server.dataFiles);
  if (!answered || identity === null) throw startFailed(server.home, failure || 'it left no postmaster.pid');
  return identity;
}

/** Stops a server in an orderly way, ending its sessions (a "fast" shutdown), and resolves when it is gone. */
export async function stopPostgres(identity: ProcessIdentity): Promise<void> {
  if (isRunning(identity)) process.kill(identity.pid, 'SIGINT');
  const deadline = Date.now() + stopMilliseconds;
  while (isRunning(identity)) {
    if (Date.now() > deadline) {
      throw new RegisterError('DATABASE_STOP_FAILED', `The database server (process ${identity.pid}) does not stop.`);
    }
    await pause(10);
  }
}

/**
 * Resolves to true when the server takes connections, to false when it ends before that; throws DATABASE_START_FAILED
 * when it refuses the superuser or is silent for a minute.
 */
export async function answers(server: PostgresProcess, isAlive: () => boolean): Promise<boolean> {
  const deadline = Date.now() + startMilliseconds;
  for (;;) {
    const client = new pg.Client({ connectionString: server.superuser });
    client.on('error', () => undefined);
    try {
      await client.connect();
      await client.end();
      return true;
    } catch (error) {
      const { code } = error as { code?: string };
      // No socket yet, nobody behind it, or a server that is starting up or shutting down: ask again.
      if (!['ENOENT', 'ECONNREFUSED', 'ECONNRESET', '57P03'].includes(code ?? ''))
        throw startFailed(server.home, String(code), error);
      if (!isAlive()) return false;
      if (Date.now() > deadline) throw startFailed(server.home, 'it does not answer for a minute');
      await pause(20);
    }
  }
}

function commandLine({ dataFiles, socket, durable }: PostgresProcess): string[] {
  const settings = {
    listen_addresses: '',
    unix_socket_directories: socket,
    fsync: durable ? 'on' : 'off',
    synchronous_commit: durable ? 'on' : 'off',
    full_page_writes: durable ? 'on' : 'off',
    shared_buffers: durable ? '256MB' : '64MB',
    max_connections: '400',
    jit: 'off',
    timezone: 'Asia/Shanghai',
    log_timezone: 'Asia/Shanghai',
    // The log must not repeat what people wrote into a statement.
    log_error_verbosity: 'terse',
    log_min_error_statement: 'panic',
    log_parameter_max_length_on_error: '0',
  };
  return ['-D', dataFiles, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])];
}

function openLog(home: string): number {
  const path = join(home, 'postgres.log');
  if (existsSync(path) && statSync(path).size > largestLogBytes) renameSync(path, `${path}.1`);
  return openSync(path, 'a', 0o600);
}

function startFailed(home: string, reason: string, cause?: unknown): RegisterError {
  const message = `The database server does not start (${reason}); see ${join(home, 'postgres.log')}.`;
  return new RegisterError('DATABASE_START_FAILED', message, { cause });
}
