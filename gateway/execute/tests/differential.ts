import { readFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import { Command } from 'commander';
import {
  againstGraphql,
  againstRouter,
  codesOf,
  errorPaths,
  madeUp,
  type Outcome,
  refusedOf,
  unlessUnplannable,
} from './comparison.ts';
import { wideDisagreement } from './disagreements.ts';
import { inventDistrict } from './invented-district.ts';
import { loadScenario, scenarioNames } from './scenario.ts';

/** Compares one made-up operation with an oracle. */
type Contest = (seed: number) => Promise<Outcome>;

const command = new Command('differential')
  .description('Compares the engine with graphql-js and with another router on made-up operations (随机操作对比测试).')
  .option('--operations <number>', 'how many operations (操作数)', Number, 20_000)
  .option('--seed <number>', 'the first seed (起始种子)', Number, 1)
  .option('--show <number>', 'how many differences to show in full (显示的差异数)', Number, 10)
  .parse();
const { operations, seed: first, show } = command.opts<{ operations: number; seed: number; show: number }>();

const hub = readFileSync(new URL('../../../schema/sdl/supergraph.graphql', import.meta.url), 'utf8');
const contests = [...(await supergraphContests(hub)), ...(await scenarioContests())];
const counts = new Map<string, number>();
let shown = 0;

for (let index = 0; index < operations; index++) {
  const seed = first + index;
  const outcome = await (contests[index % contests.length] as Contest)(seed);
  const kind = outcome.kind === 'explained' ? `explained: ${outcome.reason}` : outcome.kind;
  counts.set(kind, (counts.get(kind) ?? 0) + 1);
  if (outcome.kind === 'different' && shown++ < show) {
    console.log(`seed ${seed} of ${index % contests.length}: ${JSON.stringify(outcome, null, 2)}`);
  }
  if ((index + 1) % Math.ceil(operations / 20) === 0) {
    console.log(`${index + 1} of ${operations}: ${counts.get('different') ?? 0} different`);
  }
}
for (const [kind, count] of [...counts].sort(([, one], [, other]) => other - one)) {
  console.log(`${String(count).padStart(7)} ${kind}`);
}
process.exitCode = counts.has('different') ? 1 : 0;

/** The hub itself: half against graphql-js with failures and refusals, half against the other router. */
async function supergraphContests(supergraph: string): Promise<Contest[]> {
  const { engine, compare } = againstGraphql(supergraph);
  const refused = refusedOf(supergraph);
  const withGraphql: Contest = async (seed) => {
    const { source, variables, document } = madeUp(engine, seed);
    if (document === undefined) {
      return { kind: 'invalid', source };
    }
    const mode = seed % 3;
    const options = mode === 0 ? {} : mode === 1 ? { failures: 0.1 } : { refused: refused(seed) };
    const result = await compare(source, document, variables, options).catch(unlessUnplannable);
    if (result === undefined || codesOf(result.answer)[0] === 'PLANNING_FAILED') {
      return { kind: 'unplanned', source };
    }
    const { answer, oracle } = result;
    const pathsAgree = mode === 2 || isDeepStrictEqual(errorPaths(answer), errorPaths(oracle));
    return isDeepStrictEqual(answer.data, oracle.data) && pathsAgree
      ? { kind: 'same', source }
      : { kind: 'different', source, answer, oracle };
  };
  const { fetch } = inventDistrict(supergraph)({ nulls: 0.15, failures: 0 });
  const withRouter = await againstRouter(engine, supergraph, fetch);
  return Array.from({ length: 40 }, (_, index) => (index % 2 === 0 ? withGraphql : withRouter));
}

/** Each small federation against the other router. */
async function scenarioContests(): Promise<Contest[]> {
  return Promise.all(
    scenarioNames.map(async (name) => {
      const { engine, supergraph, serve, reset } = await loadScenario(name);
      const contest = await againstRouter(engine, supergraph, serve, wideDisagreement(name));
      return (seed: number) => {
        reset();
        return contest(seed);
      };
    }),
  );
}
