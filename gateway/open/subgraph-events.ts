import { createParser } from 'eventsource-parser';
import { GraphQLError } from 'graphql';
import type { Dispatcher } from 'undici';
import { EventQueue, type SourceEvent } from '../../schema/kit/event-queue.ts';
import type { SubgraphAnswer } from '../execute/subgraph-fetch.ts';

const LARGEST_MESSAGE = 1 << 24;
/** Results that wait for the gateway. */
const MOST_WAITING = 1_000;

/** A result that a subgraph told of a subscription. */
export interface SubgraphEvent extends SourceEvent {
  readonly answer: SubgraphAnswer;
}

/**
 * The results that a subgraph tells of a subscription (graphql-sse, distinct connections mode), each for itself, until
 * it says that they are over. Where it breaks off or tells something else, the reader gets SOURCE_UNAVAILABLE.
 */
export function subgraphEvents(
  subgraph: string,
  body: Dispatcher.ResponseData['body'],
  leave: () => void,
): AsyncIterableIterator<SubgraphEvent> {
  const queue = new EventQueue<SubgraphEvent>(MOST_WAITING, leave);
  let count = 0;
  const fail = (message: string) =>
    queue.end(new GraphQLError(message, { extensions: { code: 'SOURCE_UNAVAILABLE', department: subgraph } }));
  const parser = createParser({
    maxBufferSize: LARGEST_MESSAGE,
    onError: () => fail(`Expected ${subgraph} to send events.`),
    onEvent({ event, data }) {
      if (event === 'complete') return queue.finish();
      if (event !== 'next') return;
      const answer = parsed(data);
      if (!answer) return fail(`Expected ${subgraph} to send results of GraphQL.`);
      if (!queue.push({ key: `${(count += 1)}`, answer })) fail(`${subgraph} sends more than is read.`);
    },
  });
  const read = async () => {
    const decoder = new TextDecoder();
    for await (const chunk of body as AsyncIterable<Buffer>) parser.feed(decoder.decode(chunk, { stream: true }));
  };
  const over = () => fail(`Expected ${subgraph} to send events to their end, it broke off.`);
  read().then(over, over);
  return queue;
}

function parsed(data: string): SubgraphAnswer | undefined {
  try {
    const answer = JSON.parse(data) as SubgraphAnswer | null;
    return typeof answer === 'object' && answer !== null ? answer : undefined;
  } catch {
    return undefined;
  }
}
