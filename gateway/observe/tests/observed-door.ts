import { pino } from 'pino';
import { purposeOf, unwrittenPolicy } from '../../../tests/kit/unwritten-policy.ts';
import type { Engine } from '../../execute/engine.ts';
import { federation } from '../../execute/tests/federation.ts';
import type { DoorSettings, OpenDoor } from '../../http/tests/open-door.ts';
import { openDoor } from '../../http/tests/open-door.ts';
import { registry } from '../../http/tests/registry.subgraph.ts';
import { createHub, type LiveHub } from '../../hub.ts';
import type { Transport } from '../../transport/transport.ts';
import { createObserver } from '../observer.ts';
import { toldOperations } from '../operation-names.ts';

/** A hub over the small register that the door's tests use. */
export interface SmallHub {
  readonly hub: LiveHub;
  readonly engine: Engine;
  readonly supergraph: string;
}

const caseHandling = purposeOf({ code: 'case-handling', personas: ['case-handler'] });

/** Makes it; `send` is what its only department does before it answers. */
export function smallHub(send: Transport['send'] | (() => Promise<unknown>) = () => Promise.resolve()): SmallHub {
  const { engine, supergraph, serve } = federation([registry]);
  const transport: Transport = {
    department: 'registry',
    subscribe: () => Promise.reject(new Error('Expected no subscription.')),
    async send(request, viewer, signal) {
      await send(request, viewer, signal);
      return serve('registry', request);
    },
  };
  const hub = createHub({
    engine,
    transports: new Map([['registry', transport]]),
    ...unwrittenPolicy(caseHandling),
    log: { append: () => Promise.resolve() },
    rules: { required: new Map(), ownerOf: () => undefined },
  });
  return { hub, engine, supergraph };
}

/** A door whose requests are noted. */
export interface ObservedDoor extends OpenDoor {
  /** The lines of its log so far. */
  readonly lines: string[];
}

/** Opens a door over a small hub; close it when the tests are done. */
export async function openObservedDoor({ hub }: SmallHub, settings: DoorSettings = {}): Promise<ObservedDoor> {
  const lines: string[] = [];
  const log = pino({ base: null }, { write: (line) => void lines.push(line) });
  const observer = createObserver({ told: toldOperations(new Set(), true), log, metricsOpen: false });
  const door = await openDoor({ answer: (request) => hub.answer(request), observer, ...settings });
  return { ...door, lines };
}
