import pg from 'pg';
import { createRegisterSeal, type RegisterSeal, type SealKeys } from '../kit/sealing/register-seal.ts';
import { registerTypes } from './postgres-types.ts';
import { openReadLanes } from './read-lanes.ts';
import type { Statement } from './statement.ts';
import { inStatementSpan, traceQueries } from './statement-span.ts';

export { rangeStatement, type Statement, statement } from './statement.ts';

/** The texts that a database was sent while somebody watched. */
export interface StatementWatch {
  readonly texts: string[];
  stop(): void;
}

/** How many connections to a database are open, how many of them idle, and how many statements wait for one. */
export interface ConnectionCounts {
  readonly open: number;
  readonly idle: number;
  readonly waiting: number;
}

/** One register's database. Its values arrive as `registerTypes` says, its sessions keep China's time. */
export interface Database {
  /** Runs a prepared statement and returns its rows. */
  query<Row>(statement: Statement<Row>, values: readonly unknown[]): Promise<Row[]>;
  /** Runs work in one transaction: committed when it resolves, rolled back when it rejects. */
  transaction<T>(work: (client: pg.PoolClient) => Promise<T>): Promise<T>;
  readonly pool: pg.Pool;
  /** Connections whose sessions keep UTC, for a library that reads and writes timestamps without their offset. */
  readonly utcPool: pg.Pool;
  /** Seals and opens the values of its sealed columns. */
  readonly seal: RegisterSeal;
  /** How many statements were sent so far, whoever sent them. */
  readonly statements: number;
  /** Of every kind, at this moment. */
  readonly connections: ConnectionCounts;
  /** Notes every statement from now on until stopped. */
  watch(): StatementWatch;
  /** Has something ended with the database: when it is closed, or at once where it is. */
  beforeClose(end: () => Promise<void>): void;
  close(): Promise<void>;
}

export interface DatabaseOptions {
  /** Whose register it is, for its traces. */
  readonly department?: string;
  /** The most connections at a time for writes, 8 unless told; for reads and for each other use there are half as many. */
  readonly max?: number;
  /** The keys of its sealed columns; without them nothing is sealed and nothing sealed is opened. */
  readonly sealKeys?: SealKeys;
  /** Is told when an idle connection breaks; the next query opens another. */
  readonly onConnectionLost?: (error: Error) => void;
}

/** Opens a register's database. It connects with the first query, not before. */
export function openDatabase(
  connectionString: string,
  { department, max = 8, sealKeys, onConnectionLost = () => undefined }: DatabaseOptions = {},
): Database {
  let statements = 0;
  const watches = new Set<StatementWatch>();
  const ends: (() => Promise<void>)[] = [];
  let closed = false;
  const note = (text: string) => {
    statements += 1;
    for (const { texts } of watches) texts.push(text);
  };
  const configOf = (timeZone: string, planCacheMode: string) => ({
    connectionString,
    options: `-c timezone=${timeZone} -c plan_cache_mode=${planCacheMode}`,
    types: registerTypes,
  });
  const open = (timeZone: string, most: number, planCacheMode: string) => {
    const pool = new pg.Pool({ ...configOf(timeZone, planCacheMode), max: most });
    pool.on('error', onConnectionLost);
    pool.on('connect', (client) => noteStatements(client, note));
    return pool;
  };
  // A read by keys has one good plan: planning it again for each set of values costs more than running it.
  const pool = open('Asia/Shanghai', max, 'force_generic_plan');
  const rangePool = open('Asia/Shanghai', Math.ceil(max / 2), 'force_custom_plan');
  const utcPool = open('UTC', Math.ceil(max / 2), 'auto');
  traceQueries(utcPool, department);
  const lanes = openReadLanes({
    config: configOf('Asia/Shanghai', 'force_generic_plan'),
    max: Math.ceil(max / 2),
    onClient: (client) => noteStatements(client, note),
    onConnectionLost,
  });

  return {
    pool,
    utcPool,
    seal: createRegisterSeal(sealKeys ?? null),
    get statements() {
      return statements;
    },
    get connections() {
      const pools = [pool, rangePool, utcPool];
      const sum = (of: (pool: pg.Pool) => number) => pools.reduce((total, each) => total + of(each), 0);
      return {
        open: sum(({ totalCount }) => totalCount) + lanes.connections.open,
        idle: sum(({ idleCount }) => idleCount) + lanes.connections.idle,
        waiting: sum(({ waitingCount }) => waitingCount),
      };
    },
    async query<Row>({ name, text, plannedByValues, readsOnly }: Statement<Row>, values: readonly unknown[]) {
      const way = plannedByValues ? rangePool : readsOnly ? lanes : pool;
      const run = () => way.query({ name, text, values: values as unknown[] });
      const { rows } = await inStatementSpan({ name, department }, run);
      return rows as Row[];
    },
    transaction: (work) => inStatementSpan({ name: 'transaction', department }, () => inTransaction(pool, work)),
    watch() {
      const watch = { texts: [], stop: () => void watches.delete(watch) } as StatementWatch;
      watches.add(watch);
      return watch;
    },
    beforeClose(end) {
      if (closed) void end();
      else ends.push(end);
    },
    async close() {
      closed = true;
      await Promise.all(ends.map((end) => end()));
      await Promise.all([pool.end(), rangePool.end(), utcPool.end(), lanes.close()]);
    },
  };
}

async function inTransaction<T>(pool: pg.Pool, work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  let broken: Error | undefined;
  try {
    await client.query('BEGIN');
    const result = await work(client);
    await client.query('COMMIT');
    return result;
  } catch (error) {
    await client.query('ROLLBACK').catch((failure: Error) => {
      broken = failure;
    });
    throw error;
  } finally {
    client.release(broken);
  }
}

// Every way to the server ends in its client's query: lanes, pool, transaction, COPY and Prisma alike.
function noteStatements(client: pg.ClientBase, note: (text: string) => void): void {
  const query = client.query.bind(client) as (...parameters: unknown[]) => unknown;
  client.query = ((...parameters: unknown[]) => {
    const [first] = parameters;
    note(typeof first === 'string' ? first : String((first as { text?: string }).text));
    return query(...parameters);
  }) as typeof client.query;
}
