import pg from 'pg';
import type { Database } from './database.ts';

/** A session that hears what a database is told on one channel. */
export interface Listening {
  close(): Promise<void>;
}

/** Who is told what is heard. */
export interface Listener {
  /** Each payload, in the order in which the transactions that sent them were committed. */
  readonly onNotice: (payload: string) => void;
  /** The session broke: what is said from now on is not heard. */
  readonly onLost: (fault: Error) => void;
}

/**
 * Listens to a channel of a register's database (PostgreSQL LISTEN) on a connection of its own; resolves once it hears.
 * The session bears the name `listen <channel>`, by which the server lists it.
 */
export async function listen(database: Database, channel: string, { onNotice, onLost }: Listener): Promise<Listening> {
  const { connectionString } = database.pool.options;
  const client = new pg.Client({ connectionString, application_name: `listen ${channel}`, keepAlive: true });
  let closed = false;
  const lost = (fault: Error) => {
    if (closed) return;
    closed = true;
    onLost(fault);
    client.end().catch(() => undefined);
  };
  client.on('error', lost);
  client.on('end', () => lost(new Error('Expected the session to go on, the server ended it.')));
  client.on('notification', ({ payload }) => {
    if (!closed && payload) onNotice(payload);
  });
  try {
    await client.connect();
    await client.query(`LISTEN ${pg.escapeIdentifier(channel)}`);
  } catch (fault) {
    closed = true;
    await client.end().catch(() => undefined);
    throw fault;
  }
  return {
    async close() {
      if (closed) return;
      closed = true;
      await client.end();
    },
  };
}
