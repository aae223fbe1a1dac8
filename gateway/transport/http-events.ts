import { GraphQLError } from 'graphql';
import { EVENT_STREAM } from '../../schema/kit/event-message.ts';
import type { SourceEvent } from '../../schema/kit/event-queue.ts';
import type { Connections } from './connections.ts';
import { startDeadline } from './deadline.ts';
import { failureOf } from './failure-of.ts';
import type { Guard } from './guard.ts';
import type { TransportLimits } from './limits.ts';
import { readAnswer } from './read-answer.ts';
import { readEvents, refusalOf, told } from './read-events.ts';

/** A way to a department that tells of events. */
export interface EventSource {
  readonly department: string;
  readonly connections: Connections;
  readonly guard: Guard;
  readonly limits: TransportLimits;
}

/**
 * Opens the events of a subscription within the deadline of a fetch; each try is sent headers of its own. Rejects with
 * the department's refusal, or with SOURCE_UNAVAILABLE or SOURCE_INVALID and its name.
 */
export async function openEvents(
  { department, connections, guard, limits }: EventSource,
  body: string,
  headers: () => Promise<Readonly<Record<string, string>>>,
  signal: AbortSignal | undefined,
): Promise<AsyncIterableIterator<SourceEvent>> {
  const deadline = startDeadline(limits.fetchDeadlineMs, signal);
  const listening = new AbortController();
  const leave = () => listening.abort();
  deadline.signal.addEventListener('abort', leave, { once: true });
  const attempt = async () => {
    try {
      const accept = `${EVENT_STREAM}, application/json`;
      const response = await connections.listen({ ...(await headers()), accept }, body, listening.signal);
      if (response.statusCode === 200 && String(response.headers['content-type']).startsWith(EVENT_STREAM)) {
        return readEvents(department, response.body, leave);
      }
      throw refusalOf(department, await readAnswer(department, response, { limit: limits.answerBytes }));
    } catch (fault) {
      throw fault instanceof GraphQLError ? fault : failureOf(department, fault, deadline, 'before-answer');
    }
  };
  try {
    return await guard.run(attempt, true, deadline.signal);
  } catch (fault) {
    if (fault instanceof GraphQLError) throw fault;
    throw told(department, failureOf(department, fault, deadline, 'before-answer'));
  } finally {
    deadline.signal.removeEventListener('abort', leave);
    deadline.end();
  }
}
