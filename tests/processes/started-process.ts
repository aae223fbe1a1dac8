import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '..', '..');
const POLL_MS = 20;

/** A program of this repository in a process of its own. */
export interface StartedProcess {
  readonly pid: number;
  /** The first address that it printed, without `/graphql`. */
  readonly url: string;
  /** All that it has said so far. */
  said(): string;
  /** Resolves once it has said so often enough. */
  saying(pattern: RegExp, times?: number): Promise<void>;
  /** Resolves with its exit code. */
  readonly ended: Promise<number | null>;
  kill(signal: NodeJS.Signals): void;
  /** Ends it in order, if it still runs. */
  stop(): Promise<void>;
}

/** How a program that ended before it was up ended. */
export class EndedEarly extends Error {
  readonly exitCode: number | null;

  constructor(exitCode: number | null, said: string) {
    super(said);
    this.exitCode = exitCode;
  }
}

/** Starts a program; resolves once it has printed an address, throws {@link EndedEarly} where it ends before. */
export async function start(
  program: string,
  parameters: readonly string[],
  environment: Readonly<Record<string, string | undefined>> = {},
): Promise<StartedProcess> {
  const child = spawn(process.execPath, [join(root, program), ...parameters], {
    env: { ...process.env, NODE_ENV: 'test', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const ended = once(child, 'close').then(([code]) => code as number | null);
  const saying = async (pattern: RegExp, times = 1): Promise<void> => {
    while ((said.match(new RegExp(pattern, 'g')) ?? []).length < times) {
      if (isOver(child)) throw new EndedEarly(await ended, said);
      await new Promise((later) => setTimeout(later, POLL_MS));
    }
  };
  await saying(/https?:\/\/\S+\/graphql/);
  return {
    pid: child.pid as number,
    url: /(https?:\/\/[^/\s]+)\/\S*graphql/.exec(said)?.[1] as string,
    said: () => said,
    saying,
    ended,
    kill: (signal) => void child.kill(signal),
    async stop() {
      if (!isOver(child)) child.kill('SIGTERM');
      await ended;
    },
  };
}

const isOver = ({ exitCode, signalCode }: ChildProcess) => exitCode !== null || signalCode !== null;

/** Starts the gateway over a supergraph file, open to all. */
export const startOpen = (file: string, ...parameters: string[]): Promise<StartedProcess> =>
  start('gateway/main.ts', ['--supergraph', file, '--open', '--port', '0', ...parameters]);
