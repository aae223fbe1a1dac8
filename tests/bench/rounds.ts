import { type Contender, load, type Measured } from './load.ts';
import { median } from './median.ts';
import { countsProcessorTime, type ProcessorTime, together } from './processor-time.ts';
import type { Question } from './questions.ts';

/** How much is asked of each contender. */
export interface Amount {
  readonly rounds: number;
  readonly requests: number;
  readonly warmUp: number;
  readonly connections: number;
}

/** A contender's medians over the rounds. */
export interface Result {
  readonly name: string;
  /** Milliseconds a request. */
  readonly used: ProcessorTime;
  /** Milliseconds. */
  readonly p50: number;
  readonly perSecond: number;
}

/** A contender with its questions, and how many requests stand for one of the others': what is cheap is asked more often. */
export interface Entrant {
  readonly contender: Contender;
  readonly questions: readonly Question[];
  /** The first process of the PostgreSQL server behind it, if there is one. */
  readonly postmaster?: number;
  readonly times?: number;
}

/** Lets contenders answer in turn, round after round, so that what else the machine does meets all of them alike. */
export async function takeTurns(entrants: readonly Entrant[], amount: Amount): Promise<Result[]> {
  const { rounds, requests, warmUp, connections } = amount;
  const measured = entrants.map(() => [] as Measured[]);
  for (const { contender, questions, postmaster } of entrants) {
    await load(contender, questions, { first: 0, count: warmUp, connections, postmaster });
  }
  for (let round = 0; round < rounds; round++) {
    for (const [index, { contender, questions, postmaster, times = 1 }] of entrants.entries()) {
      const part = { first: round * requests, count: requests * times, connections, postmaster };
      measured[index]?.push(await load(contender, questions, part));
    }
  }
  return entrants.map(({ contender: { name } }, index) => {
    const own = measured[index] as Measured[];
    return {
      name,
      used: {
        node: countsProcessorTime ? median(own.map(({ used }) => used.node)) : Number.NaN,
        postgres: countsProcessorTime ? median(own.map(({ used }) => used.postgres)) : Number.NaN,
      },
      p50: median(own.map(({ latencies }) => median(latencies))),
      perSecond: median(own.map(({ perSecond }) => perSecond)),
    };
  });
}

/** Prints a line a contender. */
export function printResults(title: string, results: readonly Result[]): void {
  console.log(`\n${title}\n${'ms a request'.padEnd(28)}    Node  PostgreSQL   together  p50 latency`);
  for (const { name, used, p50 } of results) {
    const numbers = [used.node.toFixed(2).padStart(8), used.postgres.toFixed(2).padStart(12)];
    console.log(
      `  ${name.padEnd(26)}${numbers.join('')}${together(used).toFixed(2).padStart(11)}${p50.toFixed(2).padStart(13)}`,
    );
  }
}
