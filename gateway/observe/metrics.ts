import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

/** What this process counts; nothing in it concerns a person. */
export const metrics = new Registry();

collectDefaultMetrics({ register: metrics });

const registers = [metrics];
const buckets = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** How long requests took, by operation and by how they ended. */
export const requestSeconds = new Histogram({
  name: 'hub_request_duration_seconds',
  help: 'Seconds until a request was answered',
  labelNames: ['operation', 'outcome'],
  buckets,
  registers,
});

/** How long departments took for one fetch. */
export const fetchSeconds = new Histogram({
  name: 'hub_fetch_duration_seconds',
  help: 'Seconds until a department answered a fetch',
  labelNames: ['department', 'outcome'],
  buckets,
  registers,
});

/** Requests that named this code among their errors. */
export const refusals = new Counter({
  name: 'hub_refusals_total',
  help: 'Requests that were answered with this error code',
  labelNames: ['code'],
  registers,
});

/** Entries that are in the ledger. */
export const disclosures = new Counter({
  name: 'hub_disclosures_total',
  help: 'Entries written to the ledger',
  labelNames: ['department'],
  registers,
});

/** Whether departments that run apart are asked. */
export const breakerState = new Gauge({
  name: 'hub_breaker_state',
  help: 'Whether a department is asked (0), tried again (1) or left alone (2)',
  labelNames: ['department'],
  registers,
});
