import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, mkdirSync, openSync } from 'node:fs';
import { get, type IncomingMessage } from 'node:http';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { withServerLock } from '../../../schema/register/server-lock.ts';
import { systemAddress, systemDirectory } from '../system/place.ts';
import { signatureHeaders } from '../system/signature.ts';
import { SystemUnavailable } from './system-unavailable.ts';

const START_MS = 60_000;
const END_MS = 5_000;
const LOOK_MS = 20;

const program = resolve(import.meta.dirname, '..', 'system', 'main.ts');

/** A stand-in that runs for as long as somebody needs it. */
export interface StandIn {
  readonly url: string;
  /** Needs it no more; where nobody else does, it has ended when this resolves. */
  close(): Promise<void>;
}

/** Takes part in the stand-in that runs over a data directory, or starts it. */
export async function openStandIn(dataDirectory: string, key: Buffer): Promise<StandIn> {
  const directory = systemDirectory(dataDirectory);
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  return withServerLock(directory, async () => (await takePart(dataDirectory, key)) ?? start(dataDirectory, key));
}

/** Holds on to the stand-in that runs; null where there is none, or it is just ending. */
async function takePart(dataDirectory: string, key: Buffer): Promise<StandIn | null> {
  const address = systemAddress(dataDirectory);
  if (!address) return null;
  const lease = await hold(address.url, key);
  if (!lease) return null;
  return {
    url: address.url,
    async close() {
      lease.destroy();
      const end = performance.now() + END_MS;
      while (performance.now() < end && systemAddress(dataDirectory)?.url === address.url) {
        if (await isHeldByOthers(address.url)) return;
        await pause(LOOK_MS);
      }
    },
  };
}

async function start(dataDirectory: string, key: Buffer): Promise<StandIn> {
  const log = openSync(join(systemDirectory(dataDirectory), 'system.log'), 'a', 0o600);
  // A process group of its own: what ends the hub by Ctrl-C lets the answers under way be asked for first.
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', program, dataDirectory], {
    detached: true,
    stdio: ['ignore', log, log],
  });
  closeSync(log);
  child.unref();
  let failure = '';
  child.once('error', (fault) => (failure = fault.message));
  child.once('exit', (code, signal) => (failure = `it ended with ${signal ?? code}`));
  const deadline = performance.now() + START_MS;
  while (failure === '' && performance.now() < deadline) {
    const joined = await takePart(dataDirectory, key);
    if (joined) return joined;
    await pause(LOOK_MS);
  }
  throw new SystemUnavailable(
    'SYSTEM_START_FAILED',
    `The stand-in of the bureau’s system did not start (${failure || 'no answer'}); see system.log in its folder.`,
  );
}

/** A connection that the stand-in runs for; null where it is refused. */
async function hold(url: string, key: Buffer): Promise<IncomingMessage | null> {
  const headers = signatureHeaders(key, { method: 'GET', path: '/lease', body: '' });
  const request = get(`${url}/lease`, { headers, agent: false });
  try {
    const [response] = (await once(request, 'response')) as [IncomingMessage];
    if (response.statusCode !== 200) {
      response.destroy();
      return null;
    }
    // The stand-in's death is learnt by the next call, and a lease alone keeps no process alive.
    response.on('error', () => undefined).resume();
    request.on('error', () => undefined);
    response.socket.unref();
    return response;
  } catch {
    return null;
  }
}

async function isHeldByOthers(url: string): Promise<boolean> {
  try {
    const response = await fetch(`${url}/health`, { headers: { connection: 'close' } });
    return ((await response.json()) as { leases: number }).leases > 0;
  } catch {
    return false;
  }
}
