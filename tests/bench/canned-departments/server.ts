/**
 * Every department of the supergraph in one process, at `/<department>`: it invents an answer when a request first
 * comes, and sends the same bytes ever after. What it costs is the same for every gateway in front of it.
 */
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { cannedDistrict } from './district.ts';

const { fetch: invented } = cannedDistrict();
const known = new Map<string, Buffer>();

const server = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    const body = Buffer.concat(chunks);
    const key = `${request.url} ${body.toString('latin1')}`;
    const ready = known.get(key);
    if (ready) return send(ready);
    answer(request, body).then(
      (made) => {
        known.set(key, made);
        send(made);
      },
      (fault: unknown) => {
        console.error(fault);
        response.writeHead(500).end();
      },
    );
  });
  const send = (bytes: Buffer) => {
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': bytes.length });
    response.end(bytes);
  };
});

async function answer({ url = '/' }: IncomingMessage, body: Buffer): Promise<Buffer> {
  const { query, operationName, variables } = JSON.parse(body.toString('utf8')) as Record<'query', string> & {
    operationName?: string;
    variables?: Record<string, unknown>;
  };
  const result = await invented(url.slice(1), {
    document: query,
    operationName,
    variables: variables ?? {},
    kind: 'query',
  });
  return Buffer.from(JSON.stringify(result));
}

server.keepAliveTimeout = 60_000;
server.listen(0, '127.0.0.1', () => console.log(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`));
process.once('SIGTERM', () => process.exit(0));
