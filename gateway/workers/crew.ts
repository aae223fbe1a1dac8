import { setTimeout as pause } from 'node:timers/promises';
import type { Logger } from 'pino';
import { growingPauses } from './pauses.ts';
import { startWorker, type WorkerProcess } from './worker-process.ts';

/** The workers that serve a port together. */
export interface Crew {
  readonly url: string;
  /** Renews each worker, one at a time: the new one answers before the old one ends. Calls that overlap share a renewal. */
  renew(): Promise<void>;
  /** Lets all workers answer what is under way, and end. */
  close(): Promise<void>;
}

/** How many workers, and how long each may take to end. */
export interface CrewOptions {
  readonly size: number;
  readonly drainMs: number;
  readonly log: Pick<Logger, 'info' | 'warn' | 'error'>;
}

/** Starts workers and resolves once all answer. From then on one that ends unasked is started again, after a pause. */
export async function startCrew({ size, drainMs, log }: CrewOptions): Promise<Crew> {
  const places: WorkerProcess[] = await Promise.all(Array.from({ length: size }, startWorker));
  const pauses = places.map(growingPauses);
  let closing = false;
  let renewing: Promise<void> | undefined;

  const settle = (place: number, worker: WorkerProcess) => {
    places[place] = worker;
    void worker.ended.then((livedMs) => {
      if (closing || worker.retired) return;
      log.warn({ worker: worker.pid }, 'a worker ended unasked');
      return startAgain(place, livedMs);
    });
  };
  const startAgain = async (place: number, livedMs: number): Promise<void> => {
    await pause(pauses[place]?.after(livedMs));
    if (closing) return;
    try {
      const worker = await startWorker();
      if (closing) return await worker.retire(drainMs);
      settle(place, worker);
      log.info({ worker: worker.pid }, 'a worker was started again');
    } catch (fault) {
      log.error({ code: (fault as { code?: string }).code }, 'a worker does not start');
      await startAgain(place, 0);
    }
  };
  const renewAll = async (): Promise<void> => {
    for (const [place, old] of [...places.entries()]) {
      if (closing || places[place] !== old) continue;
      try {
        const worker = await startWorker();
        if (closing || places[place] !== old) {
          await worker.retire(drainMs);
          continue;
        }
        settle(place, worker);
        await old.retire(drainMs);
        log.info({ worker: worker.pid, before: old.pid }, 'a worker was renewed');
      } catch (fault) {
        log.error({ code: (fault as { code?: string }).code }, 'a worker could not be renewed, the one before stays');
        return;
      }
    }
  };

  for (const [place, worker] of places.entries()) settle(place, worker);
  return {
    url: (places[0] as WorkerProcess).url,
    renew() {
      renewing ??= renewAll().finally(() => {
        renewing = undefined;
      });
      return renewing;
    },
    async close() {
      closing = true;
      await Promise.all([renewing, ...places.map((worker) => worker.retire(drainMs))]);
    },
  };
}
