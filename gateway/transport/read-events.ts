import type { Readable } from 'node:stream';
import { createParser } from 'eventsource-parser';
import { GraphQLError } from 'graphql';
import { readEventMessage } from '../../schema/kit/event-message.ts';
import { EventQueue, type SourceEvent } from '../../schema/kit/event-queue.ts';
import { type DepartmentFailure, unanswered, unusable } from './department-failure.ts';
import { withoutDetail } from './without-detail.ts';

/** Longer than any name of what changed, or any error. */
const LARGEST_MESSAGE = 1 << 16;
/** Events of different things that wait for the hub. */
const MOST_WAITING = 1_000;

/**
 * The events that a department tells, until it says that they are over; `leave` is called when nobody reads them any
 * more. Where the department dies, falls silent or talks nonsense, the reader gets an error that says so: something may
 * have been missed.
 */
export function readEvents(department: string, body: Readable, leave: () => void): AsyncIterableIterator<SourceEvent> {
  const queue = new EventQueue<SourceEvent>(MOST_WAITING, leave);
  const decoder = new TextDecoder();
  const nonsense = () => queue.end(told(department, unusable(`Expected ${department} to tell of events.`)));
  const parser = createParser({
    maxBufferSize: LARGEST_MESSAGE,
    onError: nonsense,
    onEvent({ event, data }) {
      if (event === 'complete') return queue.finish();
      const message = event === 'next' ? readEventMessage(data) : undefined;
      if (!message) return nonsense();
      if ('errors' in message) return queue.end(refusalOf(department, message));
      if (!queue.push(message.event)) queue.end(told(department, unanswered(`${department} tells more than is read.`)));
    },
  });
  const read = async () => {
    for await (const chunk of body as AsyncIterable<Buffer>) parser.feed(decoder.decode(chunk, { stream: true }));
  };
  const lost = () =>
    queue.end(told(department, unanswered(`${department} tells of changes no more; subscribe again and read anew.`)));
  read().then(lost, lost);
  return queue;
}

/** A failure as those who subscribe are told. */
export const told = (department: string, { message, code }: DepartmentFailure): GraphQLError =>
  new GraphQLError(message, { extensions: { code, department } });

/** What a department says instead of events. */
export function refusalOf(department: string, answer: object): GraphQLError {
  const [error] = withoutDetail(answer).errors ?? [];
  if (!error) return told(department, unusable(`Expected ${department} to tell of events or why not.`));
  const { code } = error.extensions ?? {};
  const isSource = code === 'SOURCE_UNAVAILABLE' || code === 'SOURCE_INVALID';
  return new GraphQLError(error.message, { extensions: { code, ...(isSource && { department }) } });
}
