import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { assertSameAnswers } from './answers.ts';
import { type ChildServer, startServer } from './child-server.ts';
import type { Contender } from './load.ts';
import { ratioLine } from './median.ts';
import type { Question } from './questions.ts';
import { type Amount, printResults, type Result, takeTurns } from './rounds.ts';
import { withoutAccess } from './without-access.ts';

/** Questions of each kind. */
const VARIANTS = 20;
const PAGE = 20;

const operations = [
  { name: 'person-record', variables: (variant: string) => ({ person: variant }) },
  { name: 'household-record', variables: (variant: string) => ({ household: variant }) },
  { name: 'case-life', variables: (variant: string) => ({ case: variant }) },
  { name: 'docket-page', variables: (variant: string) => ({ filter: { areaCode: variant }, size: PAGE }) },
];

export interface PeersOptions extends Amount {
  readonly folder: string;
  /** Where the hub's gateway leaves a profile of its own when it ends. */
  readonly profile?: string | undefined;
}

/** The gateway alone, open and over HTTP, against other gateways over the same departments, whose answers are ready. */
export async function benchPeers({ folder, profile, ...amount }: PeersOptions): Promise<void> {
  const departments = await startServer('tests/bench/canned-departments/server.ts', {});
  const started: ChildServer[] = [departments];
  try {
    const supergraph = writeSupergraph(join(folder, 'canned.graphql'), (subgraph) => `${departments.url}${subgraph}`);
    const peer = { NODE_ENV: 'production', BENCH_SUPERGRAPH: supergraph };
    const open = ['--supergraph', supergraph, '--port', '0', '--open'];
    const programs = [
      {
        name: 'hub',
        start: () => startServer('gateway/main.ts', { ...(profile && { BENCH_PROFILE: profile }) }, open),
      },
      { name: 'Hive Gateway', start: () => startServer('tests/bench/peers/hive-gateway.ts', peer) },
      { name: 'Apollo Gateway', start: () => startServer('tests/bench/peers/apollo-gateway.ts', peer) },
    ];
    const contenders: Contender[] = [];
    for (const { name, start } of programs) {
      const server = await start();
      started.push(server);
      contenders.push({ name, server, path: '/graphql', request: ({ headers, body }) => ({ headers, body }) });
    }
    for (const { name, variables } of operations) {
      const questions = cannedQuestions(name, variables);
      await assertSameAnswers(contenders, questions);
      const entrants = contenders.map((contender, index) => ({ contender, questions, times: index === 0 ? 4 : 1 }));
      report(name, await takeTurns(entrants, amount));
    }
  } finally {
    await Promise.all(started.map((server) => server.stop()));
  }
}

/** Writes the hub's supergraph with other URLs, open to all; answers the file's path. */
export function writeSupergraph(file: string, urlOf: (subgraph: string) => string): string {
  const supergraph = readFileSync(new URL('../../schema/sdl/supergraph.graphql', import.meta.url), 'utf8');
  mkdirSync(join(file, '..'), { recursive: true });
  writeFileSync(file, withoutAccess(supergraph, urlOf));
  return file;
}

function cannedQuestions(name: string, variablesOf: (variant: string) => Record<string, unknown>): Question[] {
  const query = readFileSync(new URL(`../journeys/operations/${name}.graphql`, import.meta.url), 'utf8');
  return Array.from({ length: VARIANTS }, (_, index) => {
    const variables = variablesOf(String(index));
    return { headers: { 'content-type': 'application/json' }, body: JSON.stringify({ query, variables }), variables };
  });
}

function report(name: string, results: readonly Result[]): void {
  printResults(`${name}, departments' answers ready (子图预置应答)`, results);
  const [own, hive, apollo] = results;
  if (!own || !hive || !apollo) throw new Error('Expected three contenders.');
  console.log(ratioLine('processor time, hub / Hive Gateway (处理器时间比)', own.used.node / hive.used.node, '≤ 0.35'));
  console.log(ratioLine('processor time, hub / Apollo Gateway', own.used.node / apollo.used.node, '≤ 0.15'));
  console.log(ratioLine('p50, hub / the faster of both (延迟比)', own.p50 / Math.min(hive.p50, apollo.p50), '< 1'));
}
