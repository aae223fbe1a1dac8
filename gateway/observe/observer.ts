import type { IncomingMessage } from 'node:http';
import type { Logger } from 'pino';
import type { ToldOperation } from './operation-names.ts';
import { RequestRecord } from './request-record.ts';

/** What the door tells of requests, and to whom. */
export interface Observer {
  /** Begins to note a request. */
  record(): RequestRecord;
  /** Whether whoever sent this request is shown the metrics. */
  showsMetricsTo(request: IncomingMessage): boolean;
}

export interface ObserverOptions {
  readonly told: ToldOperation;
  readonly log: Pick<Logger, 'info'>;
  /** Whether the metrics are shown to others than this machine. */
  readonly metricsOpen: boolean;
}

/** Notes each request in metrics, log and trace. */
export const createObserver = ({ told, log, metricsOpen }: ObserverOptions): Observer => ({
  record: () => new RequestRecord(told, log),
  showsMetricsTo: (request) => metricsOpen || isFromThisMachine(request),
});

const LOOPBACK = /^(127\.|::1$|::ffff:127\.)/;

/** A proxy on this machine speaks for others, and says so. */
function isFromThisMachine({ socket, headers }: IncomingMessage): boolean {
  const isForwarded = headers['forwarded'] ?? headers['x-forwarded-for'] ?? headers['x-real-ip'] ?? headers['via'];
  return isForwarded === undefined && LOOPBACK.test(socket.remoteAddress ?? '');
}
