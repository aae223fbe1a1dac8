import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type ExecutionResult, parse } from 'graphql';
import { EventQueue, type SourceEvent } from '../../../schema/kit/event-queue.ts';
import type { Identity } from '../../access/identity.ts';
import { createLive, type Live } from '../live.ts';
import type { LiveLimits } from '../live-limits.ts';

/** A door that takes subscriptions alone, to events that a test makes and answers. */
export interface LiveDoor {
  readonly url: string;
  readonly live: Live;
  readonly faults: unknown[];
  /** How many events were answered. */
  readonly answered: number;
  /** How often it was looked who subscribes. */
  readonly looks: number;
  /** How many event sources are open. */
  readonly sources: number;
  happen(key: string): void;
  /** From now on, nobody is believed, for this reason. */
  refuse(reason: Error): void;
  close(): Promise<void>;
}

const identity: Identity = {
  user: 'tester',
  client: 'tester',
  persona: 'tester',
  organization: null,
  department: null,
  person: null,
  areas: [],
  scopes: [],
};

const shown = { authorization: 'Bearer token', certificate: null };
const hence = () => Date.now() + 3_600_000;

/** Opens it; close it when the test is done. */
export async function openLiveDoor(
  answer: (event: SourceEvent) => Promise<ExecutionResult> | ExecutionResult,
  limits: Partial<LiveLimits> = {},
): Promise<LiveDoor> {
  const sources = new Set<EventQueue<SourceEvent>>();
  const faults: unknown[] = [];
  let answered = 0;
  let looks = 0;
  let refused: Error | undefined;
  const live = createLive({
    hub: {
      async subscribe() {
        const source: EventQueue<SourceEvent> = new EventQueue(1_000, () => sources.delete(source));
        sources.add(source);
        return { events: source };
      },
      async answer({ event }) {
        answered += 1;
        return answer(event as SourceEvent);
      },
    },
    authenticate: async () => {
      looks += 1;
      if (refused) throw refused;
      return { identity, expiresAt: hence() };
    },
    limits: { subscriptions: 3, perUser: 2, queued: 5, heartbeatMs: 60_000, ...limits },
    onFault: (fault) => faults.push(fault),
  });
  const source = 'subscription { changed }';
  const stated = { request: 'r', purpose: undefined, caseNumber: undefined };
  const operation = { document: parse(source), source, operationName: undefined, variables: {} };
  const server: Server = createServer((_request, response) => {
    try {
      live.serve({ ...operation, identity, stated, shown, expiresAt: hence() }, response);
    } catch (fault) {
      response.writeHead(503).end((fault as { code: string }).code);
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    live,
    faults,
    get answered() {
      return answered;
    },
    get looks() {
      return looks;
    },
    get sources() {
      return sources.size;
    },
    happen(key) {
      for (const open of sources) open.push({ key });
    },
    refuse(reason) {
      refused = reason;
    },
    async close() {
      live.stop();
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}
