import cluster from 'node:cluster';
import { enableCompileCache } from 'node:module';
import { resolve } from 'node:path';
import { refuseOpenBesideHub } from './open/config.ts';
import { watchOverParts } from './start/running-parts.ts';
import { startOrder } from './start/start-order.ts';

// Halves the time to start; in a folder of our own, since whoever writes there decides what runs.
enableCompileCache(resolve(import.meta.dirname, '..', 'node_modules', '.cache', 'hub'));

// Each way to serve loads no more than it needs: a supergraph alone is up in a fraction of a second.
const order = startOrder(process.argv);
const parts = watchOverParts({ impatient: cluster.isPrimary });
if (order.supergraph !== undefined) {
  refuseOpenBesideHub();
  const { serveSupergraph } = await import('./open/serve.ts');
  await serveSupergraph(parts, { ...order, supergraph: order.supergraph });
} else if (cluster.isWorker) {
  const { serveAsWorker } = await import('./workers/worker.ts');
  await serveAsWorker(parts, order);
} else if (order.workers !== undefined) {
  const { serveWithWorkers } = await import('./workers/primary.ts');
  await serveWithWorkers(parts, { ...order, workers: order.workers });
} else {
  const { serveAlone } = await import('./start/serve-alone.ts');
  await serveAlone(parts, order);
}
