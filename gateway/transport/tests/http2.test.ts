import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createSecureServer, type Http2SecureServer, type ServerHttp2Session } from 'node:http2';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Viewer } from '../../../schema/kit/viewer.ts';
import { viewer } from '../../../tests/kit/viewer.ts';
import { gatewayConfig } from '../../config.ts';
import { type HttpTransport, httpTransport } from '../http.ts';

// Made for this test, for localhost: it opens nothing.
const pem = (name: string) => readFileSync(join(import.meta.dirname, 'certificate', name));
const certificate = { cert: pem('localhost.pem'), key: pem('localhost.key.pem') };
const options = { ...certificate, allowHTTP1: true, maxHeaderSize: 1 << 20 };
const request = { document: '{ a }', operationName: undefined, kind: 'query', variables: undefined } as const;

let server: Http2SecureServer;
let transport: HttpTransport;
let untrusting: HttpTransport;
const versions: string[] = [];
const sessions = new Set<ServerHttp2Session>();

beforeAll(async () => {
  server = createSecureServer(options, (asked, response) => {
    versions.push(asked.httpVersion);
    response.setHeader('content-type', 'application/json');
    response.end('{"data":{"a":1}}');
  });
  server.on('session', (session) => sessions.add(session));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const way = {
    department: 'justice',
    url: `https://localhost:${(server.address() as AddressInfo).port}/graphql`,
    limits: gatewayConfig({}).transport,
    signViewer: ({ user }: Viewer) => Promise.resolve(user),
  };
  transport = httpTransport({ ...way, connection: { ca: certificate.cert } });
  untrusting = httpTransport(way);
});

afterAll(async () => {
  await Promise.all([transport.close(), untrusting.close()]);
  for (const session of sessions) session.destroy();
  server.close();
});

describe('a department that offers HTTP/2', () => {
  it('is asked over it', async () => {
    const answers = await Promise.all([1, 2, 3].map(() => transport.send(request, viewer())));
    expect(answers.map(({ data }) => data)).toEqual([{ a: 1 }, { a: 1 }, { a: 1 }]);
    expect(versions).toEqual(['2.0', '2.0', '2.0']);
  });

  it('is asked over HTTP/1.1 where the viewer is too long for it', async () => {
    const answer = await transport.send(request, viewer({ user: 'u'.repeat(500_000) }));
    expect(answer).toEqual({ data: { a: 1 } });
    expect(versions.at(-1)).toBe('1.1');
  });

  it('is unavailable where its certificate is nobody’s', async () => {
    await expect(untrusting.send(request, viewer())).rejects.toMatchObject({ code: 'SOURCE_UNAVAILABLE' });
  });
});
