import { once } from 'node:events';
import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { brotliCompressSync, gzipSync, zstdCompressSync } from 'node:zlib';

const MEBIBYTE = 1 << 20;
const JSON_TYPE = { 'content-type': 'application/json' };
const HALF = '{"data":{"_entities":[{"leg';

type Behaviour = (response: ServerResponse, request: IncomingMessage) => void | Promise<void>;

const says =
  (body: string | Buffer, headers: Readonly<Record<string, string>> = JSON_TYPE, status = 200): Behaviour =>
  (response) => {
    response.writeHead(status, headers).end(body);
  };

function* endless(): Generator<string> {
  for (;;) yield 'x'.repeat(1 << 16);
}

const bomb = gzipSync(Buffer.alloc(64 * MEBIBYTE, ' '));
const compressed = (encoding: string) => ({ ...JSON_TYPE, 'content-encoding': encoding });

/** All the ways in which a department may fail to answer. */
const misbehaviours = {
  'closes the socket': (response) => {
    response.destroy();
  },
  'never answers': () => undefined,
  'hangs after the headers': (response) => {
    response.writeHead(200, JSON_TYPE).flushHeaders();
  },
  'drips byte by byte': async (response) => {
    response.writeHead(200, JSON_TYPE);
    for (let index = 0; !response.destroyed; index++) {
      response.write(HALF[index % HALF.length]);
      await new Promise((later) => setTimeout(later, 20));
    }
  },
  'fails with 500': says('{"errors":[{"message":"Zhang San 330898199001011234"}]}', JSON_TYPE, 500),
  'fails with 503': says('', {}, 503),
  'refuses with 401': says('{"errors":[{"message":"no"}]}', JSON_TYPE, 401),
  'sends elsewhere': says('', { location: 'http://127.0.0.1:1/' }, 302),
  'says HTML': says('<!doctype html><title>Maintenance</title>', { 'content-type': 'text/html; charset=utf-8' }),
  'says HTML and calls it JSON': says('<!doctype html><title>Maintenance</title>'),
  'says text': says('{"data":{}}', { 'content-type': 'text/plain' }),
  'says nothing': says(''),
  'says half of JSON': says(HALF),
  'says no UTF-8': says(Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d])),
  'breaks off within the body': (response) => {
    response.writeHead(200, { ...JSON_TYPE, 'content-length': '1000' }).write(HALF);
    setTimeout(() => response.destroy(), 20);
  },
  'answers a list': says('[]'),
  'answers null': says('null'),
  'answers neither data nor errors': says('{}'),
  'answers data that is text': says('{"data":"none"}'),
  'answers entities that are text': says('{"data":{"_entities":"none"}}'),
  'answers too few entities': says('{"data":{"_entities":[]}}'),
  'answers entities of wrong shape': says('{"data":{"_entities":[{"mediations":7,"legalAid":"x"}]}}'),
  'speaks no HTTP': (response) => {
    response.socket?.end('220 mail.example ESMTP\r\n');
  },
  'claims ten gigabytes': (response) => {
    response.writeHead(200, { ...JSON_TYPE, 'content-length': String(10 * 1024 * MEBIBYTE) }).write('{"data":{"a":"');
  },
  'never stops talking': (response) => {
    response.writeHead(200, JSON_TYPE).write('{"data":{"a":"');
    pipeline(Readable.from(endless()), response).catch(() => undefined);
  },
  'sends a bomb': says(bomb, compressed('gzip')),
  'breaks off within compression': says(bomb.subarray(0, 40), compressed('gzip')),
  'says it is compressed and is not': says('{"data":{}}', compressed('br')),
  'compresses in a way of its own': says('{"data":{}}', compressed('lzw')),
  'sends endless headers': says('{"data":{}}', { ...JSON_TYPE, 'x-long': 'x'.repeat(1 << 17) }),
} satisfies Readonly<Record<string, Behaviour>>;

export type Misbehaviour = keyof typeof misbehaviours;

/** Names of all misbehaviours. */
export const allMisbehaviours = Object.keys(misbehaviours) as Misbehaviour[];

const compressors = { gzip: gzipSync, br: brotliCompressSync, zstd: zstdCompressSync };

/** A server in the place of a department, which does as it is told. */
export interface MisbehavingDepartment {
  readonly url: string;
  /** Requests that reached it since it was last told what to do. */
  readonly asked: number;
  /** Bytes that left it. */
  readonly sent: number;
  /** Requests that it was still busy with when whoever asked left. */
  readonly left: number;
  /** Misbehaves from now on: always, or the first times only and well afterwards. */
  misbehave(how: Misbehaviour, times?: number): void;
  /** Answers as the department would, or with this, compressed or not. */
  behave(answer?: unknown, encoding?: keyof typeof compressors): void;
  close(): Promise<void>;
}

/** Starts it. `well` is the department's own way to answer. */
export async function startMisbehavingDepartment(
  well: RequestListener = (_request, response) => void says('{"data":{}}')(response, _request),
): Promise<MisbehavingDepartment> {
  const state = { asked: 0, sent: 0, left: 0, times: 0, how: undefined as Behaviour | undefined, otherwise: well };
  const server = createServer({ maxHeaderSize: MEBIBYTE }, (request, response) => {
    state.asked += 1;
    const { socket } = request;
    const before = socket.bytesWritten;
    response.once('close', () => {
      state.sent += socket.bytesWritten - before;
      if (!response.writableFinished) state.left += 1;
    });
    response.on('error', () => undefined);
    if (!state.how || state.asked > state.times) state.otherwise(request, response);
    else void state.how(response, request);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const begin = (changes: Partial<typeof state>) => Object.assign(state, { asked: 0, sent: 0, left: 0 }, changes);
  return {
    url: `http://127.0.0.1:${port}/graphql`,
    get asked() {
      return state.asked;
    },
    get sent() {
      return state.sent;
    },
    get left() {
      return state.left;
    },
    misbehave: (how, times = Number.POSITIVE_INFINITY) =>
      void begin({ how: misbehaviours[how], times, otherwise: well }),
    behave(answer, encoding) {
      const body = Buffer.from(JSON.stringify(answer) ?? '');
      const told = encoding ? says(compressors[encoding](body), compressed(encoding)) : says(body);
      begin({ how: answer === undefined ? undefined : told, times: Number.POSITIVE_INFINITY, otherwise: well });
    },
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
