import { join } from 'node:path';
import { dataDirectoryOf, openBenchRegisters } from './bench-registers.ts';
import { type ChildServer, startHub, startServer } from './child-server.ts';
import type { Contender } from './load.ts';
import { ratioLine } from './median.ts';
import { writeSupergraph } from './peers.ts';
import { installPeers } from './peers-installed.ts';
import { docketPages, personRecords } from './questions.ts';
import { type Amount, takeTurns } from './rounds.ts';

const PAGE = 20;
/** As many as keep both cores busy. */
const LEAST_CONNECTIONS = 8;

export interface PeersOverRegistersOptions extends Amount {
  readonly folder: string;
  readonly scale: number;
}

/** The hub whole in one process against Apollo Gateway over the same seven departments, which run apart. */
export async function benchPeersOverRegisters({ folder, scale, ...amount }: PeersOverRegistersOptions): Promise<void> {
  await installPeers();
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
    const contenders: Contender[] = [
      { name: 'hub', server: hub, path: '/graphql', request: ({ headers, body }) => ({ headers, body }) },
      { name: 'Apollo Gateway', server: apollo, path: '/', request: ({ headers, body }) => ({ headers, body }) },
    ];
    const connections = Math.max(amount.connections, LEAST_CONNECTIONS);
    for (const { title, questions } of [
      { title: 'PersonRecord', questions: await personRecords(registers, dataDirectory) },
      { title: `DocketPage(${PAGE})`, questions: await docketPages(registers, dataDirectory, PAGE) },
    ]) {
      const entrants = contenders.map((contender) => ({ contender, questions, postmaster: registers.postmaster }));
      const results = await takeTurns(entrants, { ...amount, connections });
      console.log(`\n${title}, ${connections} connections, requests a second (每秒请求数)`);
      for (const { name, perSecond } of results) console.log(`  ${name.padEnd(26)}${perSecond.toFixed(1).padStart(8)}`);
      const [own, other] = results.map(({ perSecond }) => perSecond);
      console.log(ratioLine('hub / Apollo Gateway (吞吐比)', (own ?? Number.NaN) / (other ?? Number.NaN), '≥ 5'));
    }
  } finally {
    await Promise.all(started.map((server) => server.stop()));
    await registers.close();
    await hub.stop();
  }
}
