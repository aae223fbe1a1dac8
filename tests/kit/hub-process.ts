import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '..', '..');

/** A hub in a process of its own. */
export interface HubProcess {
  readonly process: ChildProcess;
  readonly url: string;
  /** All that it said until it was up. */
  readonly said: string;
  /** Sends the signal and resolves with how it ended. */
  end(signal: NodeJS.Signals): Promise<{ code: number | null; signal: NodeJS.Signals | null }>;
}

/** What a command said and how it ended. */
export interface CommandOutcome {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** An empty data directory for a test's own hub. */
export const scratchData = (): string => mkdtempSync(join(tmpdir(), 'governance-hub-own-'));

const environmentOf = (dataDirectory: string, settings: Readonly<Record<string, string>> = {}) => ({
  ...process.env,
  HUB_DATA: dataDirectory,
  HUB_PORT: '0',
  ...settings,
});

/** Starts a hub as `npm start` does and resolves once it is up; rejects with all that it said where it ends instead. */
export async function startHub(
  dataDirectory: string,
  settings: Readonly<Record<string, string>> = { HUB_SCALE: '0.002' },
): Promise<HubProcess> {
  const hub = spawn(process.execPath, [join(root, 'gateway', 'main.ts')], {
    env: environmentOf(dataDirectory, settings),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  const url = await new Promise<string>((found, failed) => {
    const listen = (chunk: Buffer) => {
      said += chunk.toString();
      const at = /(http:\/\/\S+)\/graphql/.exec(said)?.[1];
      if (at) found(at);
    };
    hub.stdout.on('data', listen);
    hub.stderr.on('data', listen);
    hub.once('exit', (code) => failed(new Error(`The hub ended with code ${code}:\n${said}`)));
  });
  return {
    process: hub,
    url,
    said,
    async end(signal) {
      if (hub.exitCode !== null || hub.signalCode !== null) return { code: hub.exitCode, signal: hub.signalCode };
      const ended = once(hub, 'exit');
      hub.kill(signal);
      const [code, by] = (await ended) as [number | null, NodeJS.Signals | null];
      return { code, signal: by };
    },
  };
}

/** Runs one of the commands of `subgraphs/` over a data directory, as `npm run` does. */
export function runCommand(dataDirectory: string, name: string, ...parameters: string[]): Promise<CommandOutcome> {
  return new Promise((done) => {
    const file = join(root, 'subgraphs', `${name}.ts`);
    const options = { cwd: root, env: environmentOf(dataDirectory), maxBuffer: 1 << 26 };
    execFile(process.execPath, [file, ...parameters], options, (fault, stdout, stderr) => {
      done({ code: typeof fault?.code === 'number' ? fault.code : fault ? 1 : 0, stdout, stderr });
    });
  });
}
