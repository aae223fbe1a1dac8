import { once } from 'node:events';
import { createServer, get, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { GraphQLError } from 'graphql';
import { afterEach, describe, expect, it } from 'vitest';
import { EventQueue, type SourceEvent } from '../event-queue.ts';
import { createEventStreams, type EventStreams } from '../event-streams.ts';

let server: Server;
let streams: EventStreams;
let sources: EventQueue<SourceEvent>[] = [];
let faults: unknown[] = [];

afterEach(async () => {
  server.closeAllConnections();
  server.close();
  await once(server, 'close');
  sources = [];
  faults = [];
});

async function connect(options: Parameters<typeof createEventStreams>[1] = {}): Promise<IncomingMessage> {
  streams = createEventStreams((fault) => faults.push(fault), options);
  server = createServer((_request, response) => {
    const source = new EventQueue<SourceEvent>(Number.POSITIVE_INFINITY);
    sources.push(source);
    streams.serve(response, source);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return another();
}

async function another(): Promise<IncomingMessage> {
  const request = get({ port: (server.address() as AddressInfo).port, agent: false });
  const [response] = (await once(request, 'response')) as [IncomingMessage];
  return response;
}

async function readAll(response: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of response as AsyncIterable<Buffer>) text += chunk.toString();
  return text;
}

const isOver = async (source: EventQueue<SourceEvent> | undefined) => (await source?.next())?.done;
const END = 'event: complete\ndata: \n\n';
const error = (code: string, message: string) =>
  `event: next\ndata: ${JSON.stringify({ errors: [{ message, extensions: { code } }] })}\n\n`;

describe('the streams of a department', () => {
  it('tell of an event by its key alone, and of the end', async () => {
    const response = await connect();
    sources[0]?.push({ key: 'C-1', areaCode: '330803001' } as SourceEvent);
    sources[0]?.finish();
    expect(await readAll(response)).toBe(`:\n\nevent: next\ndata: {"extensions":{"event":{"key":"C-1"}}}\n\n${END}`);
  });

  it('give signs of life', async () => {
    const response = await connect({ heartbeatMs: 20 });
    let text = '';
    for await (const chunk of response as AsyncIterable<Buffer>) {
      text += chunk.toString();
      if (text.length >= 12) break;
    }
    expect(text).toBe(':\n\n'.repeat(text.length / 3));
  });

  it('tell a refusal, and of a fault no more than that there was one', async () => {
    const refused = await connect();
    sources[0]?.end(new GraphQLError('gone', { extensions: { code: 'SOURCE_UNAVAILABLE' } }));
    expect(await readAll(refused)).toBe(`:\n\n${error('SOURCE_UNAVAILABLE', 'gone')}${END}`);
    const faulty = await another();
    const fault = new Error('row of Zhang San');
    sources[1]?.end(fault);
    expect(await readAll(faulty)).not.toContain('Zhang');
    expect(faults).toEqual([fault]);
  });

  it('end where a reader does not read, and cost no more than the queue', async () => {
    const response = await connect({ queued: 3 });
    // Larger than what the sockets hold.
    for (let index = 0; index < 200_000 && sources[0]?.push({ key: `${index}` }); index += 1) {
      if (index % 1_000 === 0) await new Promise(setImmediate);
    }
    await expect.poll(() => isOver(sources[0])).toBe(true);
    expect(await readAll(response)).toContain('SOURCE_UNAVAILABLE');
  });

  it('end their source when the reader leaves', async () => {
    const response = await connect();
    response.destroy();
    await expect.poll(() => isOver(sources[0])).toBe(true);
  });

  it('all end with the reason when the department stops, and later ones at once', async () => {
    const open = [await connect(), await another()];
    streams.stop();
    open.push(await another());
    const stopping = `:\n\n${error('SOURCE_UNAVAILABLE', 'The department stops; subscribe again and read anew.')}${END}`;
    expect(await Promise.all(open.map(readAll))).toEqual([stopping, stopping, stopping]);
    expect(await Promise.all(sources.map(isOver))).toEqual([true, true, true]);
  });
});
