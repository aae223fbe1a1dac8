import { join } from 'node:path';
import { assertSameAnswers, withoutCursor } from './answers.ts';
import { dataDirectoryOf, openBenchRegisters } from './bench-registers.ts';
import { type ChildServer, startHub, startServer } from './child-server.ts';
import type { Contender } from './load.ts';
import { ratioLine } from './median.ts';
import { writeSupergraph } from './peers.ts';
import { docketPages, personRecords, type Question } from './questions.ts';
import { type Amount, printResults, takeTurns } from './rounds.ts';

const PAGE = 20;
/** As many as keep both cores busy. */
const LEAST_CONNECTIONS = 8;

export interface PeersOverRegistersOptions extends Amount {
  readonly folder: string;
  readonly scale: number;
}

/** The hub whole in one process against Apollo Gateway over the same seven departments, which run apart. */
export async function benchPeersOverRegisters({ folder, scale, ...amount }: PeersOverRegistersOptions): Promise<void> {
  const dataDirectory = dataDirectoryOf(folder, scale);
  const hub = await startHub(dataDirectory, scale);
  const registers = await openBenchRegisters(dataDirectory);
  const started: ChildServer[] = [];
  try {
    const departments = await startServer('subgraphs/serve.ts', { HUB_DATA: dataDirectory }, ['--port', '0']);
    started.push(departments);
    const urlOf = (subgraph: string) => new URL(`/${subgraph}/graphql`, departments.url).href;
    const apollo = await startServer('tests/bench/peers/apollo-gateway.ts', {
      NODE_ENV: 'production',
      HUB_DATA: dataDirectory,
      BENCH_SUPERGRAPH: writeSupergraph(join(folder, 'apart.graphql'), urlOf),
    });
    started.push(apollo);
    const asked = ({ headers, body }: Question) => ({ headers, body });
    const contenders: Contender[] = [
      { name: 'hub', server: hub, path: '/graphql', request: asked },
      { name: 'Apollo Gateway', server: apollo, path: '/', request: asked, besides: [departments] },
    ];
    const connections = Math.max(amount.connections, LEAST_CONNECTIONS);
    for (const { title, questions } of [
      { title: 'PersonRecord', questions: await personRecords(registers, dataDirectory) },
      { title: `DocketPage(${PAGE})`, questions: await docketPages(registers, dataDirectory, PAGE) },
    ]) {
      await assertSameAnswers(contenders, questions, withoutCursor);
      const entrants = contenders.map((contender) => ({ contender, questions, postmaster: registers.postmaster }));
      const results = await takeTurns(entrants, { ...amount, connections });
      printResults(`${title}, ${connections} connections; Node with the departments that run apart`, results);
      const [own, other] = results;
      if (!own || !other) throw new Error('Expected two contenders.');
      for (const { name, perSecond } of results) console.log(`  ${name}: ${perSecond.toFixed(0)} requests a second`);
      console.log(
        ratioLine('requests a second, hub / Apollo Gateway (吞吐比)', own.perSecond / other.perSecond, '≥ 5'),
      );
      console.log(
        ratioLine('Node alone, Apollo Gateway / hub (处理器时间比)', other.used.node / own.used.node, 'none'),
      );
    }
  } finally {
    await Promise.all(started.map((server) => server.stop()));
    await registers.close();
    await hub.stop();
  }
}
