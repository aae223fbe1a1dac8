import { Socket } from 'node:net';
import pg from 'pg';
import { KnownShapes, LaneQuery } from './lane-query.ts';

/** How a lane's connection is opened, but for what makes it a lane. */
export interface LaneConfig extends Pick<pg.ClientConfig, 'connectionString' | 'options'> {
  readonly types: pg.CustomTypesConfig;
}

export interface LanesOptions {
  readonly config: LaneConfig;
  /** The most connections at a time. */
  readonly max: number;
  /** Is handed each client before it connects. */
  readonly onClient: (client: pg.Client) => void;
  /** Is told when a connection breaks; the next read opens another. */
  readonly onConnectionLost: (error: Error) => void;
}

/** Connections that answer many reads at a time. */
export interface ReadLanes {
  /** Runs a read that waits for nobody's lock: it would hold up those behind it. */
  query(query: pg.QueryConfig): Promise<{ readonly rows: unknown[] }>;
  /** How many are open, and how many of them have nothing to do. */
  readonly connections: { readonly open: number; readonly idle: number };
  close(): Promise<void>;
}

interface Lane {
  readonly client: pg.Client;
  readonly socket: Socket;
  readonly shapes: KnownShapes;
  connecting: Promise<unknown> | null;
  waiting: number;
}

/**
 * Opens connections for reads as they are needed. Reads asked in one turn of the event loop are sent on one connection
 * in one piece, for waking a server process costs more than a read by keys; each is its own transaction and fails alone.
 * Reads of another turn take another connection while the first is at work.
 */
export function openReadLanes({ config, max, onClient, onConnectionLost }: LanesOptions): ReadLanes {
  const lanes = new Set<Lane>();
  let current: Lane | undefined;

  const open = (): Lane => {
    const socket = new Socket();
    const client = new pg.Client({ ...config, pipeline: true, stream: () => socket });
    onClient(client);
    const lane: Lane = { client, socket, shapes: new KnownShapes(config.types), connecting: null, waiting: 0 };
    client.on('error', (error) => {
      lanes.delete(lane);
      onConnectionLost(error);
    });
    client.once('end', () => lanes.delete(lane));
    lane.connecting = client.connect().then(
      () => (lane.connecting = null),
      (fault: unknown) => {
        lanes.delete(lane);
        throw fault;
      },
    );
    lanes.add(lane);
    return lane;
  };
  const choose = (): Lane => {
    let least: Lane | undefined;
    for (const lane of lanes) if (!least || lane.waiting < least.waiting) least = lane;
    return least && (least.waiting === 0 || lanes.size >= max) ? least : open();
  };
  const laneOfTurn = (): Lane => {
    if (current && lanes.has(current)) return current;
    const lane = choose();
    current = lane;
    lane.socket.cork();
    setImmediate(() => {
      if (current === lane) current = undefined;
      lane.socket.uncork();
    });
    return lane;
  };

  return {
    get connections() {
      const idle = [...lanes].filter(({ waiting }) => waiting === 0).length;
      return { open: lanes.size, idle };
    },
    async query(query) {
      const lane = laneOfTurn();
      // A connection at rest must not keep a program from ending.
      if (lane.waiting++ === 0) lane.socket.ref();
      try {
        if (lane.connecting) await lane.connecting;
        return await run(lane, query);
      } finally {
        if (--lane.waiting === 0) lane.socket.unref();
      }
    },
    async close() {
      const ended = [...lanes].map(({ client, socket }) => {
        // An ending that nothing waits for would end the program before it.
        socket.ref();
        return client.end();
      });
      await Promise.all(ended);
    },
  };
}

const run = ({ client, shapes }: Lane, query: pg.QueryConfig): Promise<{ readonly rows: unknown[] }> =>
  new Promise((answered, failed) => {
    const told = (fault: Error | null, answer = { rows: [] as unknown[] }) =>
      fault ? failed(fault) : answered(answer);
    client.query(new LaneQuery(query, shapes, told));
  });
