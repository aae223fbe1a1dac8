import { Pool } from 'undici';
import { assertSameAnswers, withoutCursor } from './answers.ts';
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
      await assertSameAnswers(contenders.slice(0, 2), questions, withoutCursor);
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

/** Hands the hub's answer of middle length to the server of ready bytes. */
async function putReady(hub: Contender, ready: Contender, questions: readonly Question[]): Promise<void> {
  const pool = new Pool(hub.server.url, { connections: 1 });
  const answers: string[] = [];
  for (const question of questions.slice(0, 21)) answers.push(await ask(pool, hub, question));
  answers.sort((one, other) => one.length - other.length);
  await fetch(ready.server.url, { method: 'PUT', body: answers[Math.floor(answers.length / 2)] ?? '{}' });
  await pool.close();
}
