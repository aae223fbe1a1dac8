import { setTimeout as pause } from 'node:timers/promises';
import type { Logger } from 'pino';
import { growingPauses, type Pauses } from './pauses.ts';
import { startWorker, type WorkerProcess } from './worker-process.ts';

/** How many workers, and how long each may take to end. */
export interface CrewOptions {
  readonly size: number;
  readonly drainMs: number;
  readonly log: Pick<Logger, 'info' | 'warn' | 'error'>;
}

/** The workers that serve a port together. One that ends unasked is started again, after a pause. */
export class Crew {
  private readonly options: CrewOptions;
  private readonly places: WorkerProcess[] = [];
  private readonly pauses: readonly Pauses[];
  private readonly alive = new Set<WorkerProcess>();
  private closing = false;
  private renewing: Promise<void> | undefined;

  constructor(options: CrewOptions) {
    this.options = options;
    this.pauses = Array.from({ length: options.size }, growingPauses);
  }

  /** Starts all workers; resolves with their address once all answer, throws where one does not. */
  async start(): Promise<string> {
    const started = Array.from({ length: this.options.size }, () => this.launch());
    const [url] = await Promise.all(started.map(({ ready }) => ready)).catch((fault: unknown) => {
      // Whoever closes the crew meanwhile ends the process: there is nothing to tell, and nobody to go on.
      if (this.closing) return new Promise<never>(() => undefined);
      throw fault;
    });
    for (const [place, worker] of started.entries()) this.settle(place, worker);
    return url as string;
  }

  /** Renews each worker, one at a time: the new one answers before the old one ends. Calls that overlap share a renewal. */
  renew(): Promise<void> {
    this.renewing ??= this.renewAll().finally(() => {
      this.renewing = undefined;
    });
    return this.renewing;
  }

  /** Lets all workers answer what is under way, and end; also those that are only starting. */
  async close(): Promise<void> {
    this.closing = true;
    await Promise.all([...this.alive].map((worker) => worker.retire(this.options.drainMs)));
  }

  private launch(): WorkerProcess {
    const worker = startWorker(this.options.size);
    this.alive.add(worker);
    void worker.ended.then(() => this.alive.delete(worker));
    return worker;
  }

  private settle(place: number, worker: WorkerProcess): void {
    this.places[place] = worker;
    void this.keep(place, worker);
  }

  private async keep(place: number, worker: WorkerProcess): Promise<void> {
    const { log } = this.options;
    let livedMs = await worker.ended;
    if (this.closing || worker.retired) return;
    log.warn({ worker: worker.pid }, 'a worker ended unasked');
    for (;;) {
      await pause(this.pauses[place]?.after(livedMs));
      if (this.closing) return;
      const next = this.launch();
      try {
        await next.ready;
        log.info({ worker: next.pid }, 'a worker was started again');
        return this.settle(place, next);
      } catch (fault) {
        if (!this.closing) log.error(reasonOf(fault), 'a worker does not start');
        livedMs = 0;
      }
    }
  }

  private async renewAll(): Promise<void> {
    const { log, drainMs } = this.options;
    for (const [place, old] of [...this.places.entries()]) {
      // One that ended meanwhile is started anew anyway.
      if (this.closing || !this.alive.has(old)) continue;
      const next = this.launch();
      try {
        await next.ready;
      } catch (fault) {
        if (!this.closing) log.error(reasonOf(fault), 'a worker could not be renewed, the one before stays');
        return;
      }
      this.settle(place, next);
      await old.retire(drainMs);
      log.info({ worker: next.pid, before: old.pid }, 'a worker was renewed');
    }
  }
}

const reasonOf = (fault: unknown) => ({ reason: (fault as Error).message });
