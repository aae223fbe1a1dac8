import { readFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import { type ExecutionResult, parse } from 'graphql';
import { createEngine, type SubgraphFetch } from '../../gateway/execute/engine.ts';
import { routerRuntime } from '../../gateway/execute/tests/oracle.ts';
import { NOTHING_REFUSED } from '../../gateway/plan/refused.ts';
import { cannedDistrict, supergraph } from './canned-departments/district.ts';
import { median, ratioLine } from './median.ts';
import type { Amount } from './rounds.ts';
import { fromObjects, fromText, recordTape, type Tape } from './tape.ts';

/** Answers one request through the fetch that it is given. */
type Contender = (fetch: SubgraphFetch) => Promise<ExecutionResult>;

/** How answers reach a contender: as objects made beforehand, or as JSON that it reads and writes itself. */
const FORMS = [
  { form: 'objects', fetchFrom: fromObjects, target: '≥ 10' },
  { form: 'JSON', fetchFrom: fromText, target: '≥ 5' },
] as const;

const operations = [
  { name: 'person-record', variables: { person: '2' } },
  { name: 'household-record', variables: { household: '2' } },
  { name: 'case-life', variables: { case: '2' } },
  { name: 'docket-page', variables: { filter: { areaCode: '2' }, size: 20 } },
];

/** The engine turns faster than the router, and is asked as many times more. */
const TIMES = 10;
/** Fetches are made ready for so many requests at a time. */
const PORTION = 100;

export interface EngineOptions extends Pick<Amount, 'rounds' | 'requests'> {
  /** Leaves the other router out, so that a profile shows the engine alone. */
  readonly alone?: boolean | undefined;
}

/** The engine in this process against Hive's router runtime, departments answering from memory. */
export async function benchEngine({ rounds, requests, alone = false }: EngineOptions): Promise<void> {
  const engine = createEngine({ supergraph });
  const router = await routerRuntime(supergraph);
  const { fetch: invented } = cannedDistrict();
  console.log('\nThe engine beside the router runtime, µs of processor time a request (引擎对比)');
  console.log(`${' '.repeat(30)}  engine   router`);
  for (const { name, variables } of operations) {
    const source = readFileSync(new URL(`../journeys/operations/${name}.graphql`, import.meta.url), 'utf8');
    const document = parse(source);
    const byEngine: Contender = (fetch) =>
      engine.execute(engine.prepare(document, source, undefined, NOTHING_REFUSED), variables, fetch);
    const byRouter: Contender = (fetch) => router(document, { variables, fetch });
    const own = await recordTape(invented, byEngine);
    const other = await recordTape(invented, byRouter);
    assertEqual(name, own.result, other.result);
    for (const { form, fetchFrom, target } of FORMS) {
      const used = { own: [] as number[], other: [] as number[] };
      // The first turn warms up and is not counted.
      for (let round = 0; round <= rounds; round++) {
        const ownTime = await measure(byEngine, own.tape, fetchFrom, requests * TIMES);
        const otherTime = alone ? Number.NaN : await measure(byRouter, other.tape, fetchFrom, requests);
        if (round === 0) continue;
        used.own.push(ownTime);
        used.other.push(otherTime);
      }
      const [ours, theirs] = [median(used.own), median(used.other)];
      const figures = `${ours.toFixed(1).padStart(8)} ${theirs.toFixed(1).padStart(8)}`;
      console.log(`  ${`${name}, ${form}`.padEnd(28)}${figures}${ratioLine('router / engine', theirs / ours, target)}`);
    }
  }
}

function assertEqual(name: string, one: ExecutionResult, other: ExecutionResult): void {
  const [own, compared] = [one, other].map((result) => JSON.parse(JSON.stringify(result)) as ExecutionResult);
  if (own?.errors || !isDeepStrictEqual(own?.data, compared?.data)) {
    throw new Error(`Expected engine and router to answer ${name} alike, without errors.`);
  }
}

/** Microseconds of processor time a request, user and system. */
async function measure(
  contender: Contender,
  tape: Tape,
  fetchFrom: (tape: Tape) => SubgraphFetch,
  count: number,
): Promise<number> {
  let used = 0;
  for (let done = 0; done < count; done += PORTION) {
    const fetches = Array.from({ length: PORTION }, () => fetchFrom(tape));
    const before = process.cpuUsage();
    for (const fetch of fetches) {
      const result = await contender(fetch);
      if (fetchFrom === fromText) JSON.stringify(result);
    }
    const { user, system } = process.cpuUsage(before);
    used += user + system;
  }
  return used / (Math.ceil(count / PORTION) * PORTION);
}
