/** Of the embedded server's connections, how many the departments' databases share among all workers, each. */
const EACH_DATABASE = 50;
/** A database opens, for each connection for writes, one and a half for its other uses. */
const FOR_EACH_WRITE = 2.5;

/**
 * How many connections for writes a worker may open to each database, so that all workers together, with one more while
 * they are renewed, stay within what the server admits.
 */
export const connectionsEach = (workers: number): number =>
  Math.min(8, Math.max(1, Math.floor(EACH_DATABASE / (workers + 1) / FOR_EACH_WRITE)));
