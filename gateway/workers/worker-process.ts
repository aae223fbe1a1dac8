import cluster, { type Worker } from 'node:cluster';
import { once } from 'node:events';
import { isReady } from './ready.ts';

/** How long a worker may take until it answers. */
const START_MS = 60_000;

/** A worker that takes too long to start, or ends before it answers; it has said why on standard error. */
export class WorkerStartFailed extends Error {
  readonly code = 'WORKER_START_FAILED';
}

/** A process that answers requests. */
export interface WorkerProcess {
  readonly pid: number | undefined;
  /** Resolves with its address once it answers; rejects with {@link WorkerStartFailed}. */
  readonly ready: Promise<string>;
  /** Resolves with the milliseconds that it lived when it ends, asked or not. */
  readonly ended: Promise<number>;
  /** Whether it was asked to end. */
  readonly retired: boolean;
  /** Lets it answer what is under way and resolves when it has ended; kills it where that takes longer than `mostMs`. */
  retire(mostMs: number): Promise<void>;
}

/** Starts a worker, which knows how many there are: of what the hub may ask of others it takes its share. */
export function startWorker(workers: number): WorkerProcess {
  const start = performance.now();
  const worker = cluster.fork({ HUB_WORKERS: String(workers) });
  const ended = once(worker, 'exit').then(() => performance.now() - start);
  let retired = false;
  return {
    pid: worker.process.pid,
    ready: readyWithin(worker, START_MS),
    ended,
    get retired() {
      return retired;
    },
    async retire(mostMs) {
      retired = true;
      worker.process.kill('SIGTERM');
      const late = setTimeout(() => worker.process.kill('SIGKILL'), mostMs);
      await ended;
      clearTimeout(late);
    },
  };
}

function readyWithin(worker: Worker, milliseconds: number): Promise<string> {
  return new Promise((found, failed) => {
    const late = setTimeout(() => {
      worker.process.kill('SIGKILL');
      failed(new WorkerStartFailed(`Expected a worker to answer within ${milliseconds / 1_000} s.`));
    }, milliseconds);
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
