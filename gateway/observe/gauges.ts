import { Counter, Gauge } from 'prom-client';
import type { ConnectionCounts } from '../../schema/register/database.ts';
import type { PlanCacheCounts } from '../execute/engine.ts';
import type { Circuit } from '../transport/guard.ts';
import { breakerState, metrics } from './metrics.ts';

/** What is looked at when the metrics are read. */
export interface Watched {
  readonly engine: { readonly planCache: PlanCacheCounts };
  readonly databases: ReadonlyMap<string, { readonly connections: ConnectionCounts }>;
}

let watched: Watched | undefined;

/** Shows the state of the hub that this process serves; of the latest one that it was told of. */
export function showGaugesOf(parts: Watched): void {
  watched = parts;
}

const levels: Readonly<Record<Circuit, number>> = { closed: 0, 'half-open': 1, open: 2 };

/** Shows whether a department that runs apart is asked. */
export const showCircuit = (department: string, circuit: Circuit): void =>
  breakerState.set({ department }, levels[circuit]);

const planCacheEntries = new Gauge({
  name: 'hub_plan_cache_entries',
  help: 'Operations that are kept planned',
  registers: [],
  collect() {
    this.set(watched?.engine.planCache.entries ?? 0);
  },
});

const planCacheCounters = (['hits', 'misses'] as const).map(
  (kind) =>
    new Counter({
      name: `hub_plan_cache_${kind}_total`,
      help: kind === 'hits' ? 'Operations that were planned already' : 'Operations that had to be planned',
      registers: [],
      collect() {
        this.reset();
        this.inc(watched?.engine.planCache[kind] ?? 0);
      },
    }),
);

const poolConnections = new Gauge({
  name: 'hub_pool_connections',
  help: 'Connections to a register: busy and idle ones, and statements that wait for one',
  labelNames: ['department', 'state'],
  registers: [],
  collect() {
    for (const [department, { connections }] of watched?.databases ?? []) {
      const { open, idle, waiting } = connections;
      this.set({ department, state: 'busy' }, open - idle);
      this.set({ department, state: 'idle' }, idle);
      this.set({ department, state: 'waiting' }, waiting);
    }
  },
});

for (const metric of [planCacheEntries, ...planCacheCounters, poolConnections]) metrics.registerMetric(metric);
