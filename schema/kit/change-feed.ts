import { GraphQLError } from 'graphql';
import type { Database } from '../register/database.ts';
import { type Listening, listen } from '../register/listen.ts';
import { EventQueue, type SourceEvent } from './event-queue.ts';

/** How a register tells of changes. */
export interface ChangeFeedOptions<Event extends SourceEvent> {
  /** Channel (PostgreSQL NOTIFY) on which the register names what changed. */
  readonly channel: string;
  /** Finds out, once for all subscribers, what decides who is told: an event for each name that the register knows. */
  readonly read: (names: readonly string[], database: Database) => Promise<readonly Event[]>;
}

/** Changes of a register as they happen, whichever process made them. */
export interface ChangeFeed<Event extends SourceEvent> {
  /**
   * Events from now on that are wanted; resolves once none can be missed. Whoever subscribes reads them as they come.
   * Where the register cannot be heard any longer, the reader gets SOURCE_UNAVAILABLE: something may have been missed.
   */
  subscribe(database: Database, wants: (event: Event) => boolean): Promise<AsyncIterableIterator<Event>>;
  /** How many subscribe now. */
  subscribers(database: Database): number;
}

interface Feed<Event extends SourceEvent> {
  readonly queues: Map<EventQueue<Event>, (event: Event) => boolean>;
  /** Names of what changed and is not told yet. */
  readonly changed: Set<string>;
  listening: Promise<Listening> | undefined;
  telling: boolean;
}

/** Makes a feed. However many subscribe, it listens on one connection a database, and on none while nobody does. */
export function changeFeed<Event extends SourceEvent>({ channel, read }: ChangeFeedOptions<Event>): ChangeFeed<Event> {
  const feeds = new WeakMap<Database, Feed<Event>>();
  const feedOf = (database: Database): Feed<Event> => {
    let feed = feeds.get(database);
    if (!feed) {
      feed = { queues: new Map(), changed: new Set(), listening: undefined, telling: false };
      feeds.set(database, feed);
    }
    return feed;
  };

  const tell = async (feed: Feed<Event>, database: Database): Promise<void> => {
    if (feed.telling) return;
    feed.telling = true;
    try {
      while (feed.changed.size > 0) {
        const names = [...feed.changed];
        feed.changed.clear();
        for (const event of await read(names, database)) {
          for (const [queue, wants] of feed.queues) if (wants(event)) queue.push(event);
        }
      }
    } catch {
      endAll(feed);
    } finally {
      feed.telling = false;
    }
  };

  const listening = (feed: Feed<Event>, database: Database): Promise<Listening> => {
    if (feed.listening) return feed.listening;
    const opening = listen(database, channel, {
      onNotice(name) {
        feed.changed.add(name);
        void tell(feed, database);
      },
      onLost() {
        if (feed.listening === opening) endAll(feed);
      },
    });
    feed.listening = opening;
    return opening;
  };

  return {
    subscribers: (database) => feedOf(database).queues.size,
    async subscribe(database, wants) {
      const feed = feedOf(database);
      const queue: EventQueue<Event> = new EventQueue(Number.POSITIVE_INFINITY, () => leave(feed, queue));
      feed.queues.set(queue, wants);
      try {
        await listening(feed, database);
      } catch {
        queue.end();
        throw unheard();
      }
      return queue;
    },
  };
}

function leave<Event extends SourceEvent>(feed: Feed<Event>, queue: EventQueue<Event>): void {
  feed.queues.delete(queue);
  if (feed.queues.size > 0) return;
  feed.changed.clear();
  const { listening } = feed;
  feed.listening = undefined;
  listening?.then((session) => session.close()).catch(() => undefined);
}

function endAll<Event extends SourceEvent>({ queues }: Feed<Event>): void {
  for (const queue of [...queues.keys()]) queue.end(unheard());
}

const unheard = () =>
  new GraphQLError('Changes of the register cannot be heard at present; subscribe again and read anew.', {
    extensions: { code: 'SOURCE_UNAVAILABLE' },
  });
