import type { Engine, SubgraphFetch } from '../execute/engine.ts';
import type { LiveHub } from '../hub.ts';
import { NOTHING_REFUSED } from '../plan/refused.ts';
import type { SubgraphClient } from './subgraph-client.ts';
import type { SubgraphEvent } from './subgraph-events.ts';

/** A result of a subscription, and the hub that it was opened at: by the plans of no other can it be answered. */
export interface OpenEvent extends SubgraphEvent {
  readonly hub: LiveHub;
}

/** A hub that plans and executes, and nothing else: no purpose is asked for, nothing refused, nothing remembered. */
export function createOpenHub(engine: Engine, urls: ReadonlyMap<string, URL>, client: SubgraphClient): LiveHub {
  const hub: LiveHub = {
    async answer({ document, source, operationName, variables, event, signal }) {
      const prepared = engine.prepare(document, source, operationName, NOTHING_REFUSED);
      const fetch = client.fetchFor(urls, signal);
      const told: SubgraphFetch = (subgraph, request) =>
        request.kind === 'subscription' ? (event as OpenEvent).answer : fetch(subgraph, request);
      return engine.execute(prepared, variables, event ? told : fetch, signal);
    },
    async subscribe({ document, source, operationName, variables, signal }) {
      const opened = engine.subscriptionSource(
        engine.prepare(document, source, operationName, NOTHING_REFUSED),
        variables,
      );
      if ('errors' in opened) return opened;
      const url = urls.get(opened.subgraph);
      if (!url) throw new Error(`Expected a URL of ${opened.subgraph}.`);
      return { events: ofHub(hub, await client.listen(opened.subgraph, url, opened.request, signal)) };
    },
    async internal(source, variables) {
      return engine.execute(engine.internal(source), variables, client.fetchFor(urls, undefined));
    },
  };
  return hub;
}

/** The events, each with the hub that can answer it. */
function ofHub(hub: LiveHub, events: AsyncIterableIterator<SubgraphEvent>): AsyncIterableIterator<OpenEvent> {
  const own: AsyncIterableIterator<OpenEvent> = {
    async next() {
      const { done, value } = await events.next();
      return done ? { done, value: undefined } : { done: false, value: { ...value, hub } };
    },
    async return() {
      await events.return?.();
      return { done: true, value: undefined };
    },
    [Symbol.asyncIterator]: () => own,
  };
  return own;
}
