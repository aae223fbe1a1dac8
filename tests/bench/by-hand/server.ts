/**
 * Answers two of the consumers' operations as somebody would by hand for these two alone: bare node:http, prepared
 * statements, objects put together in JavaScript. No access control, no record of disclosures, no other question.
 */
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type DocketQuestion, docketPage } from './docket-page.ts';
import { personRecord } from './person-record.ts';
import { registersByHand } from './registers.ts';

const registers = await registersByHand();

const server = createServer((request, response) => {
  answer(request).then(
    (data) => {
      const body = JSON.stringify({ data });
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) });
      response.end(body);
    },
    (fault: unknown) => {
      console.error(fault);
      response.writeHead(500).end();
    },
  );
});

async function answer(request: IncomingMessage): Promise<object> {
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
  const { variables } = JSON.parse(Buffer.concat(chunks).toString('utf8')) as { variables: unknown };
  if (request.url === '/person-record') return personRecord(registers, variables as { person: string });
  return docketPage(registers, variables as DocketQuestion);
}

server.listen(0, '127.0.0.1', () => console.log(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`));
process.once('SIGTERM', () => process.exit(0));
