import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';

/** A server that runs as a process of its own, so that its processor time is its own too. */
export interface ChildServer {
  readonly pid: number;
  /** Ends with a slash. */
  readonly url: string;
  stop(): Promise<void>;
}

/** Starts a program of this repository with more of an environment; resolves with the first address that it prints. */
export async function startServer(
  program: string,
  environment: NodeJS.ProcessEnv,
  parameters: readonly string[] = [],
): Promise<ChildServer> {
  const path = resolve(import.meta.dirname, '..', '..', program);
  const child = spawn(process.execPath, [...profiling(environment), path, ...parameters], {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const url = await printedUrl(child, program);
  return {
    pid: child.pid as number,
    url,
    async stop() {
      if (child.exitCode !== null) return;
      child.kill('SIGTERM');
      await once(child, 'exit');
    },
  };
}

/** Starts the hub as `npm start` does, on registers that are filled if need be. */
export const startHub = (
  dataDirectory: string,
  scale: number,
  profile?: string,
  environment: NodeJS.ProcessEnv = {},
): Promise<ChildServer> =>
  startServer('gateway/main.ts', {
    HUB_DATA: dataDirectory,
    HUB_SCALE: String(scale),
    HUB_PORT: '0',
    // One user sends as much as many do elsewhere.
    HUB_RATE_PER_SECOND: '0',
    // Nor does the bureau's own system count calls: its quota is no cost of the hub.
    MEDICAL_INSURANCE_SYSTEM_CALLS_PER_SECOND: '100000',
    LOG_LEVEL: 'error',
    ...(profile && { BENCH_PROFILE: profile }),
    ...environment,
  });

/** Flags that make a process write a profile into a directory when it ends. */
const profiling = ({ BENCH_PROFILE: directory }: NodeJS.ProcessEnv): string[] =>
  directory ? ['--cpu-prof', `--cpu-prof-dir=${resolve(directory)}`] : [];

function printedUrl(child: ChildProcess, program: string): Promise<string> {
  return new Promise((found, failed) => {
    let printed = '';
    child.once('exit', (code) => failed(new Error(`Expected ${program} to start, it ended with code ${code}.`)));
    child.stdout?.on('data', (chunk: Buffer) => {
      printed += chunk.toString();
      const url = /http:\/\/[\w.:[\]]+\//.exec(printed)?.[0];
      if (url) found(url);
    });
  });
}
