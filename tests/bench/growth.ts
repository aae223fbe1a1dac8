import { type BenchRegisters, dataDirectoryOf, openBenchRegisters } from './bench-registers.ts';
import { type ChildServer, startHub } from './child-server.ts';
import type { Contender } from './load.ts';
import { ratioLine } from './median.ts';
import { fullDocketPages, personRecords, type Question } from './questions.ts';
import { type Amount, printResults, takeTurns } from './rounds.ts';

const PAGES = [20, 100];

interface GrownHub {
  readonly scale: number;
  readonly server: ChildServer;
  readonly registers: BenchRegisters;
}

/** Latencies of the same operations over a small district and larger ones. */
export async function benchGrowth(folder: string, scales: readonly number[], amount: Amount): Promise<void> {
  const hubs: GrownHub[] = [];
  try {
    for (const scale of scales) {
      const dataDirectory = dataDirectoryOf(folder, scale);
      const server = await startHub(dataDirectory, scale);
      hubs.push({ scale, server, registers: await openBenchRegisters(dataDirectory) });
    }
    const operations: readonly [string, (hub: GrownHub) => Promise<Question[]>][] = [
      ['PersonRecord', ({ registers }) => personRecords(registers, registers.dataDirectory)],
      ...PAGES.map((size): [string, (hub: GrownHub) => Promise<Question[]>] => [
        `DocketPage(${size})`,
        ({ registers }) => fullDocketPages(registers, registers.dataDirectory, size),
      ]),
    ];
    for (const [title, questionsOf] of operations) {
      const entrants = await Promise.all(
        hubs.map(async (hub) => {
          const request: Contender['request'] = ({ headers, body }) => ({ headers, body });
          const contender = { name: `scale ${hub.scale}`, server: hub.server, path: '/graphql', request };
          return { contender, questions: await questionsOf(hub), postmaster: hub.registers.postmaster };
        }),
      );
      const results = await takeTurns(entrants, amount);
      printResults(`${title} as the district grows (数据量增长)`, results);
      const [smallest] = results;
      for (const { name, p50 } of results.slice(1)) {
        console.log(ratioLine(`p50, ${name} / ${smallest?.name}`, p50 / (smallest?.p50 ?? Number.NaN), '≤ 1.3'));
      }
    }
  } finally {
    for (const { registers, server } of hubs) {
      await registers.close();
      await server.stop();
    }
  }
}
