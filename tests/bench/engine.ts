import { readFileSync } from 'node:fs';
import { Command } from 'commander';
import { type ExecutionResult, getOperationAST, parse } from 'graphql';
import { createEngine, type SubgraphAnswer, type SubgraphFetch } from '../../gateway/execute/engine.ts';
import { inventDistrict } from '../../gateway/execute/tests/invented-district.ts';
import { routerRuntime } from '../../gateway/execute/tests/oracle.ts';
import { variablesFor } from '../../gateway/execute/tests/variables-for.ts';
import { NOTHING_REFUSED } from '../../gateway/plan/refused.ts';
import { median } from './median.ts';

/** Answers one request through the fetch that it is given. */
type Contender = (fetch: SubgraphFetch) => Promise<ExecutionResult>;

/** Recorded answers of one subgraph in the order in which they were given, by document: finding one must cost little. */
type Tape = ReadonlyMap<string, ReadonlyMap<string, readonly string[]>>;

/** How answers reach a contender: as objects made beforehand, or as JSON that it reads and writes itself. */
type Form = 'objects' | 'JSON';

const root = new URL('../../', import.meta.url);
const command = new Command('bench-engine')
  .description(
    'Processor time of a request in the engine and in another router, subgraphs answering from memory (引擎处理器时间对比).',
  )
  .argument('[operations...]', 'names of tests/journeys/operations (操作名)')
  .option('--rounds <number>', 'turns that each contender takes (轮数)', Number, 7)
  .option('--requests <number>', 'requests a turn of the engine; the router gets a tenth (每轮请求数)', Number, 2000)
  .option('--engine-only', 'leave the router out, for a profile (仅测引擎)')
  .parse();
const named = command.processedArgs[0] as string[];
const names =
  named.length > 0 ? named : ['person-record', 'household-record', 'docket-page', 'care-visits', 'window-check'];
const { rounds, requests, engineOnly } = command.opts<{ rounds: number; requests: number; engineOnly?: boolean }>();

const supergraph = readFileSync(new URL('schema/sdl/supergraph.graphql', root), 'utf8');
const engine = createEngine({ supergraph });
const router = await routerRuntime(supergraph);
const { fetch: invented } = inventDistrict(supergraph)({ nulls: 0.05, failures: 0 });

console.log(`${'microseconds of processor time'.padEnd(34)}  engine   router   ratio`);
for (const name of names) {
  const source = readFileSync(new URL(`tests/journeys/operations/${name}.graphql`, root), 'utf8');
  const document = parse(source);
  const operation = getOperationAST(document);
  const variables = operation ? variablesFor(engine.schema, operation) : {};
  const byEngine: Contender = (fetch) =>
    engine.execute(engine.prepare(document, source, undefined, NOTHING_REFUSED), variables, fetch);
  const byRouter: Contender = (fetch) => router(document, { variables, fetch });
  for (const form of ['objects', 'JSON'] as const) {
    const contenders = [byEngine, ...(engineOnly ? [] : [byRouter])];
    const tapes = await Promise.all(contenders.map(record));
    const used: number[][] = contenders.map(() => []);
    for (let round = -1; round < rounds; round++) {
      for (const [index, contender] of contenders.entries()) {
        const count = index === 0 ? requests : Math.ceil(requests / 10);
        const spent = await measure(contender, tapes[index] as Tape, form, count);
        if (round >= 0) used[index]?.push(spent);
      }
    }
    const [ours = Number.NaN, theirs = Number.NaN] = used.map(median);
    const figures = `${ours.toFixed(1).padStart(8)} ${theirs.toFixed(1).padStart(8)} ${(theirs / ours).toFixed(1).padStart(7)}`;
    console.log(`${`${name}, ${form}`.padEnd(34)}${figures}`);
  }
}

/** The answers that a contender gets for the operation. */
async function record(contender: Contender): Promise<Tape> {
  const tape = new Map<string, Map<string, string[]>>();
  await contender(async (subgraph, request) => {
    const answer = await invented(subgraph, request);
    const own = tape.get(subgraph) ?? new Map<string, string[]>();
    tape.set(subgraph, own.set(request.document, [...(own.get(request.document) ?? []), JSON.stringify(answer)]));
    return answer;
  });
  return tape;
}

/** Microseconds of processor time a request, user and system. */
async function measure(contender: Contender, tape: Tape, form: Form, count: number): Promise<number> {
  const PORTION = 100;
  let used = 0;
  for (let done = 0; done < count; done += PORTION) {
    const fetches = Array.from({ length: PORTION }, () => (form === 'objects' ? fromObjects(tape) : fromText(tape)));
    const before = process.cpuUsage();
    for (const fetch of fetches) {
      const result = await contender(fetch);
      if (form === 'JSON') JSON.stringify(result);
    }
    const { user, system } = process.cpuUsage(before);
    used += user + system;
  }
  return used / (Math.ceil(count / PORTION) * PORTION);
}

/** Answers with objects of its own that are there already. */
function fromObjects(tape: Tape): SubgraphFetch {
  const left = answersOf(tape, (text) => JSON.parse(text) as SubgraphAnswer);
  return (subgraph, { document }) => left.get(subgraph)?.get(document)?.shift() ?? { data: null };
}

/** Reads each answer when it is asked for. */
function fromText(tape: Tape): SubgraphFetch {
  const left = answersOf(tape, (text) => text);
  return (subgraph, { document }) =>
    JSON.parse(left.get(subgraph)?.get(document)?.shift() ?? '{"data":null}') as SubgraphAnswer;
}

function answersOf<Answer>(tape: Tape, read: (text: string) => Answer): Map<string, Map<string, Answer[]>> {
  const all = [...tape].map(([subgraph, own]) => {
    return [subgraph, new Map([...own].map(([document, texts]) => [document, texts.map(read)]))] as const;
  });
  return new Map(all);
}
