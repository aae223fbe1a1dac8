import type { ServerResponse } from 'node:http';
import { GraphQLError } from 'graphql';
import { COMPLETE_MESSAGE, EVENT_STREAM, eventMessage } from './event-message.ts';
import { EventQueue, type SourceEvent } from './event-queue.ts';

const HEARTBEAT_MS = 15_000;
/** Events of different things that wait for a gateway that does not read. */
const QUEUED = 1_000;
/** How long a gateway may take to read the end of its stream. */
const ENDING_MS = 2_000;

/** The streams of events that a department's door has open. */
export interface EventStreams {
  /** Answers with events until they end, the reader leaves or the department stops. */
  serve(response: ServerResponse, events: AsyncIterableIterator<SourceEvent>): void;
  /** Ends every stream, with the reason; those that come later end at once. */
  stop(): void;
}

interface Stream {
  end(error?: GraphQLError): void;
  beat(): void;
}

/** Makes room for streams. `onFault` hears what nobody else is told. */
export function createEventStreams(
  onFault: (fault: unknown) => void,
  { heartbeatMs = HEARTBEAT_MS, queued = QUEUED }: { readonly heartbeatMs?: number; readonly queued?: number } = {},
): EventStreams {
  const running = new Set<Stream>();
  let heartbeat: NodeJS.Timeout | undefined;
  let stopped = false;
  const remove = (stream: Stream) => {
    running.delete(stream);
    if (running.size > 0) return;
    clearInterval(heartbeat);
    heartbeat = undefined;
  };
  return {
    serve(response, events) {
      const queue = new EventQueue<SourceEvent>(queued);
      const stream = streamOf(response, events, queue, () => remove(stream));
      running.add(stream);
      heartbeat ??= setInterval(() => running.forEach(({ beat }) => beat()), heartbeatMs).unref();
      response.once('close', () => stream.end());
      response.writeHead(200, { 'content-type': EVENT_STREAM, 'cache-control': 'no-store' }).write(':\n\n');
      if (response.destroyed) return stream.end();
      if (stopped) return stream.end(stopping());
      const fail = (fault: unknown) => stream.end(told(fault, onFault));
      collect(events, queue, stream).catch(fail);
      tell(queue, response).then(() => stream.end(), fail);
    },
    stop() {
      stopped = true;
      for (const stream of running) stream.end(stopping());
    },
  };
}

function streamOf(
  response: ServerResponse,
  events: AsyncIterableIterator<SourceEvent>,
  queue: EventQueue<SourceEvent>,
  onEnd: () => void,
): Stream {
  let isOver = false;
  return {
    beat() {
      if (!response.writableNeedDrain) response.write(':\n\n');
    },
    end(error) {
      if (isOver) return;
      isOver = true;
      queue.end();
      void events.return?.();
      if (error) {
        const { message, extensions } = error;
        response.write(eventMessage({ errors: [{ message, extensions }] }));
      }
      response.end(COMPLETE_MESSAGE);
      const late = setTimeout(() => response.destroy(), ENDING_MS);
      response.once('close', () => clearTimeout(late));
      if (response.destroyed) clearTimeout(late);
      onEnd();
    },
  };
}

async function collect(
  events: AsyncIterable<SourceEvent>,
  queue: EventQueue<SourceEvent>,
  stream: Stream,
): Promise<void> {
  for await (const event of events) if (!queue.push(event)) return stream.end(behind());
  queue.finish();
}

async function tell(queue: AsyncIterable<SourceEvent>, response: ServerResponse): Promise<void> {
  for await (const event of queue) {
    if (response.destroyed || response.write(eventMessage({ event }))) continue;
    await new Promise<void>((resolve) => {
      const free = () => {
        response.off('drain', free);
        response.off('close', free);
        resolve();
      };
      response.on('drain', free);
      response.on('close', free);
    });
  }
}

const unavailable = (message: string) => new GraphQLError(message, { extensions: { code: 'SOURCE_UNAVAILABLE' } });

const stopping = () => unavailable('The department stops; subscribe again and read anew.');
const behind = () => unavailable('Changes were not read in time; subscribe again and read anew.');

/** The error that the reader is told: one that was written for it, and nothing of any other. */
function told(fault: unknown, onFault: (fault: unknown) => void): GraphQLError {
  if (fault instanceof GraphQLError && fault.extensions.code) return fault;
  onFault(fault);
  return unavailable('Changes cannot be heard at present; subscribe again and read anew.');
}
