import pg from 'pg';

/** A number of our own choice, so that no other program means the same lock. */
const LOCK = 330_898_001;

/**
 * Runs work while no other process does such work on the same database; waits for as long as another does. The server
 * releases the lock of a process that dies.
 */
export async function aloneInDatabase<Result>(
  connection: pg.ClientConfig,
  work: () => Promise<Result>,
): Promise<Result> {
  const client = new pg.Client(connection);
  await client.connect();
  try {
    await client.query('SELECT pg_advisory_lock($1)', [LOCK]);
    return await work();
  } finally {
    await client.end();
  }
}
