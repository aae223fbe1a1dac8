import cluster, { type Worker } from 'node:cluster';
import { AggregatorRegistry } from 'prom-client';
import { metrics } from './metrics.ts';

/** A worker asks for the metrics of all workers. */
interface Asked {
  readonly kind: 'metrics-asked';
}

/** What it is answered; nothing where not every worker could be asked in time. */
interface Told {
  readonly kind: 'metrics';
  readonly text: string | undefined;
}

/** Whoever reads `/metrics` reaches any one of the workers, so each tells of all; a series says whose it is. */
export function shareMetrics(): void {
  metrics.setDefaultLabels({ worker: String(cluster.worker?.id) });
  AggregatorRegistry.setRegistries([metrics]);
  // Making one is what lets a worker answer.
  new AggregatorRegistry().clear();
}

/** Collects the metrics of all workers for one that asks; in the process that keeps them. */
export function collectMetrics(): void {
  const all = new AggregatorRegistry();
  const tell = async (worker: Worker): Promise<void> => {
    const text = await all.clusterMetrics().catch(() => undefined);
    if (worker.isConnected()) worker.send({ kind: 'metrics', text } satisfies Told);
  };
  cluster.on('message', (worker, message: Asked | null) => {
    if (message?.kind === 'metrics-asked') void tell(worker);
  });
}

let asked: Promise<string | undefined> | undefined;

/** The metrics as text: of all workers, or of this process where it serves alone or cannot learn of the others. */
export async function metricsText(): Promise<string> {
  if (cluster.isWorker && process.connected) {
    asked ??= askForAll().finally(() => (asked = undefined));
    const text = await asked;
    if (text !== undefined) return text;
  }
  return metrics.metrics();
}

function askForAll(): Promise<string | undefined> {
  return new Promise((found) => {
    const end = (text: string | undefined) => {
      process.off('message', listen);
      process.off('disconnect', lost);
      found(text);
    };
    const listen = (message: Told | null) => {
      if (message?.kind === 'metrics') end(message.text);
    };
    const lost = () => end(undefined);
    process.on('message', listen);
    process.once('disconnect', lost);
    process.send?.({ kind: 'metrics-asked' } satisfies Asked);
  });
}
