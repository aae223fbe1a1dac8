import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** The hub that all journeys ask, and where its registers and what it wrote to standard error are. */
    runningHub: { url: string; dataDirectory: string; scale: number; seed: number };
  }
}

const SCALE = 0.02;
const SEED = 1;

/** Starts the hub as `npm start` does, on a district of its own, for all tests of the project; stops it at the end. */
export default async function setup({ provide }: TestProject): Promise<() => Promise<void>> {
  const dataDirectory = mkdtempSync(join(tmpdir(), 'governance-hub-district-'));
  const hub = spawn(process.execPath, [resolve(import.meta.dirname, '..', '..', 'gateway', 'main.ts')], {
    env: { ...process.env, HUB_DATA: dataDirectory, HUB_PORT: '0', HUB_SCALE: String(SCALE), HUB_SEED: String(SEED) },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const log = createWriteStream(join(dataDirectory, 'standard-error.log'));
  hub.stderr?.pipe(log);
  hub.stderr?.pipe(process.stderr, { end: false });
  provide('runningHub', { url: await openedAt(hub), dataDirectory, scale: SCALE, seed: SEED });
  return async () => {
    if (hub.exitCode === null) {
      hub.kill('SIGTERM');
      await once(hub, 'exit');
    }
    rmSync(dataDirectory, { recursive: true, force: true });
  };
}

/** The address that the hub prints once it can answer. */
function openedAt(hub: ChildProcess): Promise<string> {
  return new Promise((found, failed) => {
    let printed = '';
    hub.once('exit', (code) => failed(new Error(`Expected the hub to start, it ended with code ${code}.`)));
    hub.stdout?.on('data', (chunk: Buffer) => {
      printed += chunk.toString();
      const url = /(http:\/\/\S+)\/graphql/.exec(printed)?.[1];
      if (url) found(url);
    });
  });
}
