import { Pool } from 'undici';
import type { ChildServer } from './child-server.ts';
import { type ProcessorTime, processorTime, usedBetween } from './processor-time.ts';
import type { Question } from './questions.ts';

/** A server under load: where it is asked, and what it is sent. */
export interface Contender {
  readonly name: string;
  readonly server: ChildServer;
  readonly path: string;
  /** Other servers that it needs to answer; their processor time counts with its own. */
  readonly besides?: readonly ChildServer[];
  /** The request that asks a question of this server. */
  readonly request: (question: Question) => {
    readonly headers: Readonly<Record<string, string>>;
    readonly body: string;
  };
}

/** What a number of requests took; `used` in milliseconds a request. */
export interface Measured {
  readonly used: ProcessorTime;
  /** Milliseconds from sending to the last byte, one a request. */
  readonly latencies: readonly number[];
  /** Requests a second, of all connections together. */
  readonly perSecond: number;
}

/** Asks one question and reads the whole answer; throws for any status but 200. */
export async function ask(pool: Pool, { path, request }: Contender, question: Question): Promise<string> {
  const { statusCode, body } = await pool.request({ method: 'POST', path, ...request(question) });
  const text = await body.text();
  if (statusCode !== 200) throw new Error(`Expected 200 from ${path}, came ${statusCode}: ${text.slice(0, 300)}`);
  return text;
}

/** Sends so many questions in turn, beginning at `first`, over connections that are kept, and reads what they took. */
export async function load(
  contender: Contender,
  questions: readonly Question[],
  { first, count, connections, postmaster }: { first: number; count: number; connections: number; postmaster?: number },
): Promise<Measured> {
  const pool = new Pool(contender.server.url, { connections, pipelining: 1 });
  const latencies: number[] = [];
  let next = first;
  const asking = async () => {
    while (next < first + count) {
      const question = questions[next++ % questions.length] as Question;
      const start = performance.now();
      await ask(pool, contender, question);
      latencies.push(performance.now() - start);
    }
  };
  const servers = [contender.server, ...(contender.besides ?? [])].map(({ pid }) => pid);
  const before = processorTime(servers, postmaster);
  const start = performance.now();
  await Promise.all(Array.from({ length: connections }, asking));
  const seconds = (performance.now() - start) / 1_000;
  const { node, postgres } = usedBetween(before, processorTime(servers, postmaster));
  await pool.close();
  return { used: { node: node / count, postgres: postgres / count }, latencies, perSecond: count / seconds };
}
