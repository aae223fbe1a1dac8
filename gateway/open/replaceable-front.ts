import type { ReadDocument } from '../access/limits/read-document.ts';
import type { GraphQLServer } from '../http/graphql-server.ts';
import type { Front } from './front.ts';
import type { OpenEvent } from './open-hub.ts';

/** A front whose place another can take while requests are under way. */
export interface ReplaceableFront extends Front {
  /** Sends requests to another from now on; the one before ends when it has answered what it was asked. */
  replace(next: Front): void;
}

/** Starts with a first front. */
export function replaceableFront(first: Front): ReplaceableFront {
  let current = inUse(first);
  const readDocument: ReadDocument = (source, operationName) => current.front.readDocument(source, operationName);
  const graphql: GraphQLServer = {
    answer: (message) => current.use((graphql) => graphql.answer(message)),
    validate: (message) => current.use((graphql) => graphql.validate(message)),
    stop: () => current.retire(),
  };
  const hub: Front['hub'] = {
    subscribe: (request) => current.front.hub.subscribe(request),
    // Whoever subscribed before goes on with what was served then.
    answer: (request) => ((request.event as OpenEvent | undefined)?.hub ?? current.front.hub).answer(request),
  };
  return {
    graphql,
    hub,
    readDocument,
    replace(next) {
      const before = current;
      current = inUse(next);
      void before.retire();
    },
  };
}

/** Counts what a front is asked, so that it stops no sooner than it has answered. */
function inUse(front: Front) {
  let underWay = 0;
  let idle: (() => void) | undefined;
  const use = async <Result>(work: (graphql: GraphQLServer) => Promise<Result>): Promise<Result> => {
    underWay += 1;
    try {
      return await work(front.graphql);
    } finally {
      underWay -= 1;
      if (underWay === 0) idle?.();
    }
  };
  const retire = async (): Promise<void> => {
    if (underWay > 0) await new Promise<void>((done) => (idle = done));
    await front.graphql.stop();
  };
  return { front, use, retire };
}
