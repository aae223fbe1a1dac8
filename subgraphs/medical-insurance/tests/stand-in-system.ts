import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createSystemClient, type SystemClient } from '../connection/system-client.ts';
import { createDoor, type DoorParts } from '../system/door.ts';
import { createLeases } from '../system/leases.ts';
import { type SignedRequest, signatureHeaders } from '../system/signature.ts';
import { openStore } from '../system/store.ts';

/** The key that the system and its callers share. */
export const KEY = Buffer.alloc(32, 7);

/** Somebody of the system, by number. */
export const somebody = (number: number): string => `00000000-0000-7000-8000-${String(number).padStart(12, '0')}`;

/** The system in this process, with so many people, one enrolment each. */
export interface SystemInProcess {
  readonly url: string;
  readonly client: SystemClient;
  readonly store: DoorParts['store'];
  /** Paths and numbers of ids of the calls that came, in order. */
  readonly came: readonly { readonly path: string; readonly ids: readonly string[] }[];
  close(): Promise<void>;
}

/** Opens it; close it when the test is done. */
export async function openSystem(config: Partial<DoorParts['config']> = {}, people = 200): Promise<SystemInProcess> {
  const folder = mkdtempSync(join(tmpdir(), 'bureau-system-'));
  const store = openStore(join(folder, 'store.sqlite'));
  const insert = store.prepare(
    `INSERT INTO enrolment VALUES (?, 'RESIDENT', '2020-01-01', NULL, '1', 'ACTIVE', '330803', 0, '甲', 'MALE', '1980-01-01',
      '330803001001', '2026-01-01T00:00:00+08:00')`,
  );
  for (let number = 1; number <= people; number++) insert.run(somebody(number));
  store.prepare(`INSERT INTO batch VALUES ('b', 'enrolments', '2026-11-01T00:00:00+08:00')`).run();
  const limits = { callsPerSecond: 1_000, latencyMs: 1, failsEvery: 0, ...config };
  const door = createDoor({ store, key: KEY, leases: createLeases(60_000, () => undefined), config: limits });
  const came = noteCalls(door);
  door.listen(0, '127.0.0.1');
  await once(door, 'listening');
  const url = `http://127.0.0.1:${(door.address() as AddressInfo).port}`;
  return {
    url,
    store,
    came,
    // The client is let to ask more than the system answers, to meet what it refuses.
    client: createSystemClient({ url, key: KEY, callsPerSecond: 1_000 }),
    async close() {
      door.closeAllConnections();
      door.close();
      await once(door, 'close');
      store.close();
      rmSync(folder, { recursive: true });
    },
  };
}

/** Sends a request as it is told, signed unless headers are given. */
export async function post(
  { url }: SystemInProcess,
  path: string,
  body: object,
  headers: Readonly<Record<string, string>> = signed(path, body),
): Promise<Response> {
  return fetch(url + path, { method: 'POST', body: JSON.stringify(body), headers });
}

/** Headers of a signed request, sent now unless told. */
export const signed = (path: string, body: object, now?: number): Readonly<Record<string, string>> => {
  const request: SignedRequest = { method: 'POST', path, body: JSON.stringify(body) };
  return { ...signatureHeaders(KEY, request, now) };
};

function noteCalls(door: Server) {
  const came: { path: string; ids: readonly string[] }[] = [];
  door.prependListener('request', (request) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const { ids = [] } = JSON.parse(Buffer.concat(chunks).toString() || '{}') as { ids?: readonly string[] };
      came.push({ path: request.url ?? '', ids });
    });
  });
  return came;
}
