import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { resolve } from 'node:path';
import type { TestProject } from 'vitest/node';
import { departmentNames, environmentPrefix } from '../../schema/departments.ts';
import { scratchData, startHub } from './hub-process.ts';

const SCALE = 0.02;
const SEED = 1;
/** What the journeys ask is not how fast a busy machine answers. */
const PATIENT = { HUB_FETCH_DEADLINE_MS: '20000', HUB_REQUEST_DEADLINE_MS: '25000' };
/** Served in a process of its own; the others share one. */
const ALONE = 'justice';
/** Runs with the gateway always. */
const WITH_GATEWAY = 'hub';

/** Starts every department apart from the hub, over HTTP, for all tests of the project; stops all at the end. */
export default async function setup({ provide }: TestProject): Promise<() => Promise<void>> {
  const dataDirectory = scratchData();
  const settings = { HUB_SCALE: String(SCALE), HUB_SEED: String(SEED) };
  // Whole, it fills the registers; the departments start beside it, so that PostgreSQL stays up.
  const whole = await startHub(dataDirectory, settings);
  const others = departmentNames().filter((name) => name !== ALONE && name !== WITH_GATEWAY);
  const served = [serve(dataDirectory, [ALONE]), serve(dataDirectory, others)];
  const addresses = (await Promise.all(served.map(({ urls }) => urls))).flat();
  await whole.end('SIGTERM');
  const urls = Object.fromEntries(
    addresses.map(({ department, url }) => [`${environmentPrefix(department)}_URL`, url]),
  );
  const hub = await startHub(dataDirectory, { ...settings, ...PATIENT, ...urls });
  provide('runningHub', { url: hub.url, dataDirectory, scale: SCALE, seed: SEED });
  return async () => {
    await hub.end('SIGTERM');
    await Promise.all(served.map(({ process }) => end(process)));
    rmSync(dataDirectory, { recursive: true, force: true });
  };
}

/** Departments served in a process of their own, and where each is once it answers. */
interface ServedApart {
  readonly process: ChildProcess;
  readonly urls: Promise<{ department: string; url: string }[]>;
}

function serve(dataDirectory: string, departments: readonly string[]): ServedApart {
  const file = resolve(import.meta.dirname, '..', '..', 'subgraphs', 'serve.ts');
  const started = spawn(process.execPath, [file, '--port', '0', ...departments], {
    env: { ...process.env, HUB_DATA: dataDirectory },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const urls = new Promise<{ department: string; url: string }[]>((found, failed) => {
    let printed = '';
    started.once('exit', (code) => failed(new Error(`Expected departments to be served, it ended with code ${code}.`)));
    started.stdout.on('data', (chunk: Buffer) => {
      printed += chunk.toString();
      const known = [...printed.matchAll(/(http:\/\/\S+\/([a-z-]+)\/graphql)\n/g)];
      if (known.length < departments.length) return;
      found(known.map(([, url = '', department = '']) => ({ department, url })));
    });
  });
  return { process: started, urls };
}

async function end(started: ChildProcess): Promise<void> {
  if (started.exitCode !== null || started.signalCode !== null) return;
  const ended = once(started, 'exit');
  started.kill('SIGTERM');
  await ended;
}
