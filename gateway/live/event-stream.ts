import type { ServerResponse } from 'node:http';

/** How long a client may take to read the end of its stream. */
const ENDING_MS = 2_000;

const HEADERS = {
  'content-type': 'text/event-stream; charset=utf-8',
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  // Asks proxies that collect answers to let each event through.
  'x-accel-buffering': 'no',
};

/** A stream of server-sent events with GraphQL results (graphql-sse, distinct connections mode). */
export class EventStream {
  private readonly response: ServerResponse;
  private ended = false;

  constructor(response: ServerResponse) {
    this.response = response;
  }

  /** Tells the client that the stream is open. */
  open(headers: Readonly<Record<string, string>>): void {
    if (this.ended || this.response.headersSent) return;
    this.response.writeHead(200, { ...HEADERS, ...headers });
    this.response.write(':\n\n');
  }

  /** Sends a result, as JSON; resolves once the client takes more, or is gone. */
  async next(json: string): Promise<void> {
    if (this.ended || this.write(`event: next\ndata: ${json}\n\n`)) return;
    const { response } = this;
    await new Promise<void>((resolve) => {
      const free = () => {
        response.off('drain', free);
        response.off('close', free);
        resolve();
      };
      response.on('drain', free);
      response.on('close', free);
    });
  }

  /** Shows that the hub is alive, to whoever reads. */
  beat(): void {
    if (!this.ended && !this.response.writableNeedDrain) this.write(':\n\n');
  }

  /** Ends the stream, after a last result where there is one; a client that does not read it is cut off. */
  complete(json?: string): void {
    if (this.ended) return;
    if (json !== undefined) this.write(`event: next\ndata: ${json}\n\n`);
    this.write('event: complete\ndata: \n\n');
    this.ended = true;
    const { response } = this;
    response.end();
    const late = setTimeout(() => response.destroy(), ENDING_MS);
    response.once('close', () => clearTimeout(late));
  }

  private write(text: string): boolean {
    return this.response.destroyed || this.response.write(text);
  }
}
