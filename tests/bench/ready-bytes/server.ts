/** Answers whatever is asked with the bytes that were last put there: what HTTP alone costs. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

let ready = Buffer.from('{}');

const server = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    if (request.method === 'PUT') ready = Buffer.concat(chunks);
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': ready.length });
    response.end(ready);
  });
});

server.listen(0, '127.0.0.1', () => console.log(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`));
process.once('SIGTERM', () => process.exit(0));
