import type { Engine } from '../execute/engine.ts';
import type { Hub } from '../hub.ts';
import { NOTHING_REFUSED } from '../plan/refused.ts';
import type { SubgraphClient } from './subgraph-client.ts';

/** A hub that plans and executes, and nothing else: no purpose is asked for, nothing refused, nothing remembered. */
export function createOpenHub(engine: Engine, urls: ReadonlyMap<string, URL>, client: SubgraphClient): Hub {
  return {
    async answer({ document, source, operationName, variables, signal }) {
      const prepared = engine.prepare(document, source, operationName, NOTHING_REFUSED);
      return engine.execute(prepared, variables, client.fetchFor(urls, signal), signal);
    },
    async internal(source, variables) {
      return engine.execute(engine.internal(source), variables, client.fetchFor(urls, undefined));
    },
  };
}
