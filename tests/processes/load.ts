import { setTimeout as pause } from 'node:timers/promises';
import { Agent } from 'undici';

const LANES = 4;
/** Leaves the processor to the processes that start meanwhile. */
const PAUSE_MS = 25;

/** Requests that are sent all the time, each lane's next a moment after its last was answered. */
export interface Load {
  /** Ends the load; tells how many requests were answered rightly, and what went wrong with any other. */
  stop(): Promise<{ readonly answered: number; readonly failures: readonly string[] }>;
}

/** What is asked, of whom, and what a right answer is. */
export interface LoadOptions {
  /** Gateways that stand for one another: a refused connection, which carries no request, goes to the next. */
  readonly urls: readonly string[];
  readonly headers: Readonly<Record<string, string>>;
  readonly query: string;
  readonly isRight: (answer: unknown) => boolean;
}

/** Sends a query over connections kept open. */
export function startLoad({ urls, headers, query, isRight }: LoadOptions): Load {
  const agent = new Agent({ connections: LANES });
  const failures: string[] = [];
  let answered = 0;
  let stopping = false;
  const ask = async (turn: number, attempts: number): Promise<void> => {
    const origin = urls[turn % urls.length] as string;
    try {
      const { statusCode, body } = await agent.request({
        origin,
        path: '/graphql',
        method: 'POST',
        headers: { ...headers, 'content-type': 'application/json' },
        body: JSON.stringify({ query }),
      });
      const text = await body.text();
      if (statusCode === 200 && isRight(JSON.parse(text))) answered += 1;
      else failures.push(`${statusCode} ${text}`);
    } catch (fault) {
      const { code, message } = fault as { code?: string; message: string };
      if (code === 'ECONNREFUSED' && attempts < urls.length) return ask(turn + 1, attempts + 1);
      failures.push(`${code} ${message}`);
    }
  };
  const lanes = Array.from({ length: LANES }, async (_, lane) => {
    for (let turn = lane; !stopping; turn += 1) {
      await ask(turn, 1);
      await pause(PAUSE_MS);
    }
  });
  return {
    async stop() {
      stopping = true;
      await Promise.all(lanes);
      await agent.destroy();
      return { answered, failures };
    },
  };
}
