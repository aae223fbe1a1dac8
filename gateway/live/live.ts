import type { ServerResponse } from 'node:http';
import type { Authenticate, Authenticated } from '../access/authenticate.ts';
import type { Credentials } from '../access/credentials.ts';
import type { HubRequest, LiveHub } from '../hub.ts';
import { EventStream } from './event-stream.ts';
import type { LiveLimits } from './live-limits.ts';
import { createPlaces } from './places.ts';
import { stopping } from './stream-error.ts';
import { runSubscription, type Subscription } from './subscription.ts';
import { createTurns } from './turns.ts';

/** A subscription that was let in: whose it is, and what it asks. */
export interface LiveRequest extends Omit<HubRequest, 'event' | 'signal'>, Pick<Authenticated, 'expiresAt'> {
  /** What it showed of its sender, verified before. */
  readonly shown: Credentials;
}

/** Everybody who subscribes in this process. */
export interface Live {
  /** How many subscribe. */
  readonly subscriptions: number;
  /** Answers a request with events until it ends; throws NoPlace where it cannot be taken, before anything is sent. */
  serve(request: LiveRequest, response: ServerResponse): void;
  /** Ends every subscription; no further one is taken. */
  stop(): void;
}

/** What subscriptions need. */
export interface LiveParts {
  readonly hub: Pick<LiveHub, 'subscribe' | 'answer'>;
  readonly authenticate: Authenticate;
  readonly limits: LiveLimits;
  /** Whether each event is told as it is answered: where no access decides what may be told. */
  readonly tellsAll?: boolean;
  readonly onFault: (fault: unknown) => void;
}

/** More would only wait for the registers, and hold up whoever asks meanwhile. */
const ANSWERED_AT_ONCE = 64;
/** How often it is looked whether who subscribes is still believed, also while nothing happens. */
const RECHECK_MS = 500;

/** Makes room for subscriptions. */
export function createLive({ hub, authenticate, limits, tellsAll = false, onFault }: LiveParts): Live {
  const places = createPlaces(limits);
  const takeTurn = createTurns(ANSWERED_AT_ONCE);
  const running = new Set<Subscription>();
  let heartbeat: NodeJS.Timeout | undefined;
  let rechecking: NodeJS.Timeout | undefined;
  let stopped = false;

  const add = (subscription: Subscription) => {
    running.add(subscription);
    heartbeat ??= setInterval(() => {
      for (const { beat } of running) beat();
    }, limits.heartbeatMs).unref();
    rechecking ??= setInterval(() => {
      for (const { recheck } of running) recheck();
    }, RECHECK_MS).unref();
  };
  const remove = (subscription: Subscription) => {
    running.delete(subscription);
    if (running.size > 0) return;
    clearInterval(heartbeat);
    clearInterval(rechecking);
    heartbeat = rechecking = undefined;
  };

  return {
    get subscriptions() {
      return running.size;
    },
    serve({ shown, expiresAt, ...request }, response) {
      const release = places.take(request.identity);
      const subscription = runSubscription({
        hub,
        request,
        stream: new EventStream(response),
        authenticate: () => authenticate(shown),
        expiresAt,
        queued: limits.queued,
        takeTurn,
        headers: { 'x-request-id': request.stated.request },
        tellsAll,
        onFault,
        onEnd() {
          release();
          remove(subscription);
        },
      });
      add(subscription);
      response.once('close', () => subscription.stop());
      if (response.destroyed) subscription.stop();
      if (stopped) subscription.stop(stopping());
    },
    stop() {
      stopped = true;
      for (const { stop } of running) stop(stopping());
    },
  };
}
