import { isDeepStrictEqual } from 'node:util';
import { Pool } from 'undici';
import { dataDirectoryOf, openBenchRegisters } from './bench-registers.ts';
import { startHub, startServer } from './child-server.ts';
import { ask, type Contender } from './load.ts';
import { ratioLine } from './median.ts';
import { together } from './processor-time.ts';
import { docketPages, personRecords, type Question } from './questions.ts';
import { type Amount, printResults, takeTurns } from './rounds.ts';

const PAGE = 20;

export interface ServingOptions extends Amount {
  readonly folder: string;
  readonly scale: number;
  /** Where the hub leaves a profile of its own when it ends. */
  readonly profile?: string | undefined;
}

/** The hub against the same answers written by hand and against bytes that are ready. */
export async function benchServing({ folder, scale, profile, ...amount }: ServingOptions): Promise<void> {
  const dataDirectory = dataDirectoryOf(folder, scale);
  const hub = await startHub(dataDirectory, scale, profile);
  const registers = await openBenchRegisters(dataDirectory);
  const byHand = await startServer('tests/bench/by-hand/server.ts', { HUB_DATA: dataDirectory });
  const readyBytes = await startServer('tests/bench/ready-bytes/server.ts', {});
  try {
    const operations = [
      { title: 'PersonRecord', path: '/person-record', questions: await personRecords(registers, dataDirectory) },
      {
        title: `DocketPage(${PAGE})`,
        path: '/docket-page',
        questions: await docketPages(registers, dataDirectory, PAGE),
      },
    ];
    for (const { title, path, questions } of operations) {
      const variablesOf = ({ variables }: Question) => ({ headers: JSON_BODY, body: JSON.stringify({ variables }) });
      const contenders: Contender[] = [
        { name: 'hub', server: hub, path: '/graphql', request: ({ headers, body }) => ({ headers, body }) },
        { name: 'written by hand', server: byHand, path, request: variablesOf },
        { name: 'ready bytes', server: readyBytes, path: '/', request: ({ headers, body }) => ({ headers, body }) },
      ];
      await assertEqual(contenders[0] as Contender, contenders[1] as Contender, questions);
      await putReady(contenders[0] as Contender, contenders[2] as Contender, questions);
      const entrants = contenders.map((contender, index) => ({
        contender,
        questions,
        postmaster: registers.postmaster,
        times: index === 2 ? 10 : 1,
      }));
      const results = await takeTurns(entrants, amount);
      printResults(`${title}: ${questions.length} questions (${questions.length} 种请求)`, results);
      const [own, hand, ready] = results.map(({ used }) => used);
      if (!own || !hand || !ready) throw new Error('Expected three contenders.');
      console.log(
        ratioLine('processor time, by hand / hub (处理器时间比)', together(hand) / together(own), '≥ 0.2, later 0.5'),
      );
      console.log(ratioLine('Node alone, by hand / hub', hand.node / own.node, 'none'));
      console.log(ratioLine('Node alone, ready bytes / hub', ready.node / own.node, 'none'));
    }
  } finally {
    await Promise.all([byHand.stop(), readyBytes.stop()]);
    await registers.close();
    await hub.stop();
  }
}

const JSON_BODY = { 'content-type': 'application/json' };

/** Throws unless both give the same data for every question. A cursor is opaque, and different each time. */
async function assertEqual(hub: Contender, byHand: Contender, questions: readonly Question[]): Promise<void> {
  const [asked, written] = [hub, byHand].map(({ server }) => new Pool(server.url, { connections: 1 })) as [Pool, Pool];
  for (const [index, question] of questions.entries()) {
    const [expected, found] = (await Promise.all([ask(asked, hub, question), ask(written, byHand, question)])).map(
      (text) => JSON.parse(text, (key, value) => (key === 'endCursor' ? value !== null : value)),
    );
    if (expected.errors) throw new Error(`Expected no errors from the hub: ${JSON.stringify(expected.errors)}`);
    if (!isDeepStrictEqual(expected.data, found.data)) {
      const place = firstDifference(expected.data, found.data, 'data');
      throw new Error(`Expected equal answers, question ${index} differs at ${place}.`);
    }
  }
  await Promise.all([asked.close(), written.close()]);
}

/** The path at which two values begin to differ; no value is told. */
function firstDifference(one: unknown, other: unknown, path: string): string {
  if (typeof one !== 'object' || typeof other !== 'object' || !one || !other) return path;
  for (const key of new Set([...Object.keys(one), ...Object.keys(other)])) {
    const [left, right] = [(one as Record<string, unknown>)[key], (other as Record<string, unknown>)[key]];
    if (!isDeepStrictEqual(left, right)) return firstDifference(left, right, `${path}.${key}`);
  }
  return path;
}

/** Hands the hub's answer of middle length to the server of ready bytes. */
async function putReady(hub: Contender, ready: Contender, questions: readonly Question[]): Promise<void> {
  const pool = new Pool(hub.server.url, { connections: 1 });
  const answers: string[] = [];
  for (const question of questions.slice(0, 21)) answers.push(await ask(pool, hub, question));
  answers.sort((one, other) => one.length - other.length);
  await fetch(ready.server.url, { method: 'PUT', body: answers[Math.floor(answers.length / 2)] ?? '{}' });
  await pool.close();
}
