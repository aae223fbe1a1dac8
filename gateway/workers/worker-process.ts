import cluster, { type Worker } from 'node:cluster';
import { once } from 'node:events';
import { type Drain, isReady } from './messages.ts';

/** How long a worker may take until it answers. */
const START_MS = 60_000;

/** A worker that takes too long to start, or ends before it answers; it has said why on standard error. */
export class WorkerStartFailed extends Error {
  readonly code = 'WORKER_START_FAILED';
}

/** A process that answers requests. */
export interface WorkerProcess {
  readonly pid: number;
  readonly url: string;
  /** Resolves with the milliseconds that it lived when it ends, asked or not. */
  readonly ended: Promise<number>;
  /** Whether it was asked to end. */
  readonly retired: boolean;
  /** Lets it answer what is under way and resolves when it has ended; kills it where that takes longer than `mostMs`. */
  retire(mostMs: number): Promise<void>;
  kill(): void;
}

/** Starts a worker and resolves once it answers; throws {@link WorkerStartFailed}. */
export async function startWorker(): Promise<WorkerProcess> {
  const start = performance.now();
  const worker = cluster.fork();
  const ended = once(worker, 'exit').then(() => performance.now() - start);
  const url = await ready(worker);
  let retired = false;
  const kill = () => void worker.process.kill('SIGKILL');
  return {
    pid: worker.process.pid as number,
    url,
    ended,
    kill,
    get retired() {
      return retired;
    },
    async retire(mostMs) {
      retired = true;
      if (worker.isConnected()) worker.send({ kind: 'drain' } satisfies Drain);
      const late = setTimeout(kill, mostMs);
      await ended;
      clearTimeout(late);
    },
  };
}

function ready(worker: Worker): Promise<string> {
  return new Promise((found, failed) => {
    const late = setTimeout(() => {
      worker.process.kill('SIGKILL');
      failed(new WorkerStartFailed(`Expected worker ${worker.process.pid} to answer within ${START_MS / 1_000} s.`));
    }, START_MS);
    worker.once('exit', (code, signal) => {
      clearTimeout(late);
      failed(new WorkerStartFailed(`Expected a worker to answer, it ended with ${signal ?? `code ${code}`}.`));
    });
    worker.on('message', (message: unknown) => {
      if (!isReady(message)) return;
      clearTimeout(late);
      found(message.url);
    });
  });
}
