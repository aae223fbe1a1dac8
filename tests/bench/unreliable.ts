import { once } from 'node:events';
import { Agent, createServer, type IncomingMessage, type ServerResponse, request as sendOn } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

/** A way to a server that can become slow, or be gone. */
export interface Unreliable {
  /** Ends with a slash. */
  readonly url: string;
  /** Requests go to the server at this URL from now on. */
  leadTo(url: string): void;
  /** Answers take so many milliseconds longer from now on. */
  delay(milliseconds: number): void;
  /** Takes no connection any more. */
  leave(): Promise<void>;
  stop(): Promise<void>;
}

/** Passes requests on to a server, once it is told to which. */
export async function openUnreliable(): Promise<Unreliable> {
  const agent = new Agent({ keepAlive: true });
  let delayMs = 0;
  let target = '';
  const pass = async (request: IncomingMessage, response: ServerResponse) => {
    if (delayMs > 0) await pause(delayMs);
    if (target === '') return response.destroy();
    const { method, headers } = request;
    const onward = sendOn(new URL(request.url ?? '/', target), { method, headers, agent }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    });
    onward.on('error', () => response.destroy());
    request.pipe(onward);
  };
  const server = createServer((request, response) => void pass(request, response));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const leave = async () => {
    if (!server.listening) return;
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
  };
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    leadTo: (url) => {
      target = url;
    },
    delay: (milliseconds) => {
      delayMs = milliseconds;
    },
    leave,
    stop: async () => {
      await leave();
      agent.destroy();
    },
  };
}
