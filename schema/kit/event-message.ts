import { z } from 'zod';
import type { SourceEvent } from './event-queue.ts';

export const EVENT_STREAM = 'text/event-stream';

/** An error as it may be told. */
interface ToldError {
  readonly message: string;
  readonly extensions: Readonly<Record<string, unknown>>;
}

/** What a department tells of a subscription: that something changed, or why it tells no more. */
export type EventMessage = { readonly event: SourceEvent } | { readonly errors: readonly ToldError[] };

const event = z.object({ key: z.string().max(200) });
const changed = z.object({ extensions: z.object({ event }) });
const failed = z.object({ errors: z.array(z.object({ message: z.string() })).min(1) });
const live = z.object({
  query: z.string(),
  operationName: z.string().nullish(),
  variables: z.record(z.string(), z.unknown()).nullish(),
  extensions: z.object({ event: event.optional() }).nullish(),
});

/** The body of a request that opens the events of a subscription, or asks for the answer to one of them. */
export type LiveRequest = z.infer<typeof live>;

/** The request that a body holds; undefined where it holds none. */
export const liveRequest = (body: unknown): LiveRequest | undefined => live.safeParse(body).data;

/**
 * A message of the stream, as `next` of graphql-sse (distinct connections mode). Of an event nothing but its key goes
 * along: what it means is asked for with a request of its own, for whoever the viewer is by then.
 */
export function eventMessage(message: EventMessage): string {
  const told = 'event' in message ? { extensions: { event: { key: message.event.key } } } : { errors: message.errors };
  return `event: next\ndata: ${JSON.stringify(told)}\n\n`;
}

/** The end of a stream that ends well. */
export const COMPLETE_MESSAGE = 'event: complete\ndata: \n\n';

/** Reads the data of a message; undefined where it is none. */
export function readEventMessage(data: string): { event: SourceEvent } | { errors: object[] } | undefined {
  const told = parsed(data);
  const change = changed.safeParse(told).data;
  if (change) return change.extensions;
  return failed.safeParse(told).success ? (told as { errors: object[] }) : undefined;
}

function parsed(data: string): unknown {
  try {
    return JSON.parse(data);
  } catch {
    return undefined;
  }
}
