import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { DatabaseSync } from 'node:sqlite';
import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import type { SystemConfig } from './config.ts';
import { countPeople } from './counts.ts';
import { createIntake } from './intake.ts';
import type { Leases } from './leases.ts';
import { createLookups, LOOKUPS, type Lookup } from './lookups.ts';
import { createVerifySignature } from './signature.ts';
import { TokenBucket } from './token-bucket.ts';

/** People that one lookup may ask for. */
export const MOST_IDS = 50;

const LARGEST_BODY = 1 << 24;

/** What the door opens. */
export interface DoorParts {
  readonly store: DatabaseSync;
  readonly key: Buffer;
  readonly leases: Leases;
  readonly config: Pick<SystemConfig, 'callsPerSecond' | 'latencyMs' | 'failsEvery'>;
}

interface Answer {
  readonly status: number;
  readonly body: object;
  readonly headers?: Readonly<Record<string, string>>;
}

const refusal = (status: number, code: string, headers?: Answer['headers']): Answer => ({
  status,
  body: { code },
  headers,
});

/** The system's HTTP server, not yet listening: `/lookup/*`, `/statistics`, `/intake/*`, `/lease` and `GET /health`. */
export function createDoor({ store, key, leases, config }: DoorParts): Server {
  const verify = createVerifySignature(key);
  const lookUp = createLookups(store);
  const intake = createIntake(store);
  const quota = new TokenBucket({ perSecond: config.callsPerSecond, burst: config.callsPerSecond });
  let asked = 0;

  /** Lookups and counts: slow, few a second, and now and then not at all. */
  const withinQuota = async (work: () => object): Promise<Answer> => {
    const wait = quota.take();
    if (wait > 0) return refusal(429, 'TOO_MANY_CALLS', { 'retry-after': String(Math.ceil(wait / 1_000)) });
    asked += 1;
    if (config.failsEvery > 0 && asked % config.failsEvery === 0) return refusal(503, 'UNAVAILABLE');
    await pause(config.latencyMs * (0.8 + Math.random() * 0.4));
    return { status: 200, body: work() };
  };

  const answer = async (path: string, body: unknown): Promise<Answer> => {
    const [, room, name = ''] = path.split('/');
    if (room === 'lookup' && name in LOOKUPS) {
      const { ids } = z.object({ ids: z.array(z.string()) }).parse(body);
      if (ids.length > MOST_IDS) return refusal(413, 'TOO_MANY_IDS');
      return withinQuota(() => lookUp(name as Lookup, ids));
    }
    if (path === '/statistics') return withinQuota(() => countPeople(store));
    const step = room === 'intake' ? intake.get(name) : undefined;
    return step ? { status: 200, body: step(body) } : refusal(404, 'NOT_FOUND');
  };

  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { method = '', url: path = '' } = request;
    if (method === 'GET' && path === '/health') {
      return send(response, { status: 200, body: { status: 'ok', leases: leases.held } });
    }
    const body = await bodyOf(request);
    if (body === null) return send(response, refusal(413, 'TOO_LARGE'));
    const fault = verify({ method, path, body }, request.headers);
    if (fault) return send(response, refusal(401, fault));
    if (method === 'GET' && path === '/lease') return leases.grant(response);
    if (method !== 'POST') return send(response, refusal(405, 'METHOD_NOT_ALLOWED'));
    send(response, await answer(path, JSON.parse(body.toString())));
  };

  return createServer((request, response) => {
    serve(request, response).catch((fault: unknown) => {
      const isMalformed = fault instanceof z.ZodError || fault instanceof SyntaxError;
      // Of what went wrong the name alone: a text may quote a row.
      if (!isMalformed) console.error(`fault: ${(fault as Error).name}`);
      send(response, isMalformed ? refusal(400, 'MALFORMED') : refusal(500, 'FAULT'));
    });
  });
}

async function bodyOf(request: IncomingMessage): Promise<Buffer | null> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > LARGEST_BODY) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function send(response: ServerResponse, { status, body, headers }: Answer): void {
  if (response.headersSent) return;
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
}
