import { type ExecutionResult, GraphQLError } from 'graphql';
import { EventQueue, type SourceEvent } from '../../schema/kit/event-queue.ts';
import { withoutValue } from '../../schema/kit/without-value.ts';
import type { Authenticate } from '../access/authenticate.ts';
import { Unauthenticated } from '../access/unauthenticated.ts';
import type { HubRequest, LiveHub } from '../hub.ts';
import type { EventStream } from './event-stream.ts';
import { toldError, tooSlow } from './stream-error.ts';
import { callAt } from './timer.ts';
import type { TakeTurn } from './turns.ts';

/** One subscription under way. */
export interface Subscription {
  /** Ends it, with an error where the client did not ask for the end; further calls do nothing. */
  stop(error?: GraphQLError): void;
  /** Ends it where its sender is believed no longer. */
  recheck(): void;
  beat(): void;
}

/** What a subscription is made of. */
export interface SubscriptionParts {
  readonly hub: Pick<LiveHub, 'subscribe' | 'answer'>;
  readonly request: Omit<HubRequest, 'event' | 'signal'>;
  readonly stream: EventStream;
  /** Tells anew who subscribes; throws once that is not believed any more. */
  readonly authenticate: () => ReturnType<Authenticate>;
  /** When that ends, in milliseconds since 1970. */
  readonly expiresAt: number;
  readonly queued: number;
  /** Spreads the answering of a change that many subscribe to. */
  readonly takeTurn: TakeTurn;
  readonly headers: Readonly<Record<string, string>>;
  /** Whether each event is told as it is answered, and none of them ends the subscription. */
  readonly tellsAll: boolean;
  readonly onFault: (fault: unknown) => void;
  readonly onEnd: () => void;
}

/**
 * Runs a subscription until it ends. Who asks, why and what for is worked out anew for each event, and what it discloses
 * is in the ledger before it is sent. It ends with the refusal once the viewer may not see it any more.
 */
export function runSubscription(parts: SubscriptionParts): Subscription {
  const { hub, stream, authenticate, queued, takeTurn, headers, tellsAll, onFault, onEnd } = parts;
  const abort = new AbortController();
  const request: HubRequest = { ...parts.request, signal: abort.signal };
  const queue = new EventQueue<SourceEvent>(queued);
  let source: AsyncIterableIterator<SourceEvent> | undefined;

  const end = (last?: ExecutionResult): void => {
    if (abort.signal.aborted) return;
    abort.abort();
    cancelExpiry();
    queue.end();
    source?.return?.().catch(onFault);
    stream.open(headers);
    stream.complete(last && JSON.stringify(last));
    onEnd();
  };
  const stop = (error?: GraphQLError) => end(error && { errors: [error] });
  const fail = (fault: unknown) => stop(toldError(fault, onFault));
  const cancelExpiry = callAt(parts.expiresAt, () => stop(toldError(expired(), onFault)));

  const collect = async (events: AsyncIterable<SourceEvent>): Promise<void> => {
    for await (const event of events) if (!queue.push(event)) return stop(tooSlow(queued));
    queue.finish();
  };
  const tell = async (): Promise<void> => {
    for await (const event of queue) {
      const result = await takeTurn(async () => {
        if (abort.signal.aborted) return undefined;
        const { identity } = await authenticate();
        return hub.answer({ ...request, identity, event });
      });
      if (!result || abort.signal.aborted) return;
      const told = tellsAll ? result : tellable(result, onFault);
      if (told === 'nothing') continue;
      if (!tellsAll && isOver(result)) return end(told);
      await stream.next(JSON.stringify(told));
    }
  };
  const run = async (): Promise<void> => {
    const subscribed = await hub.subscribe(request);
    if ('errors' in subscribed) return end(tellsAll ? subscribed : tellableErrors(subscribed, onFault));
    source = subscribed.events;
    if (abort.signal.aborted) return void (await source.return?.());
    stream.open(headers);
    collect(source).catch(fail);
    await tell();
    stop();
  };
  run().catch(fail);
  return {
    stop,
    beat: () => stream.beat(),
    recheck() {
      // What cannot be told now is told before the next event is.
      authenticate().catch((fault: unknown) => fault instanceof Unauthenticated && fail(fault));
    },
  };
}

const expired = () => new Unauthenticated('Expected a token that is not expired; this one has ended.', 'exp');

const rootOf = ({ data }: ExecutionResult): unknown => data && Object.values(data)[0];

/** Whether an event could not be answered at all, so that no later one will be. */
const isOver = (result: ExecutionResult): boolean => rootOf(result) == null;

/** What the client is told of an event: nothing where it lies outside what the viewer sees. */
function tellable(result: ExecutionResult, onFault: (fault: unknown) => void): ExecutionResult | 'nothing' {
  if (result.errors?.length) return tellableErrors(result, onFault);
  return rootOf(result) == null ? 'nothing' : result;
}

function tellableErrors(
  result: { readonly data?: ExecutionResult['data']; readonly errors?: readonly GraphQLError[] },
  onFault: (fault: unknown) => void,
): ExecutionResult {
  const errors = result.errors?.map((error) => {
    const { message, extensions } = toldError(error, onFault);
    return new GraphQLError(withoutValue({ message, originalError: undefined }), { path: error.path, extensions });
  });
  return { ...result, errors };
}
