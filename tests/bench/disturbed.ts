import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Pool } from 'undici';
import { openBenchRegisters } from './bench-registers.ts';
import { type ChildServer, startHub, startServer } from './child-server.ts';
import { type Delivery, prepareDelivery } from './delivery.ts';
import { ask, type Contender } from './load.ts';
import { median, percentile, ratioLine } from './median.ts';
import { personRecords, type Question } from './questions.ts';
import type { Amount } from './rounds.ts';
import { openUnreliable, type Unreliable } from './unreliable.ts';

const SLOW = 'justice';
const DOWN = 'civil-affairs';
const SLOW_MS = 2_000;
/** Fewer requests tell nothing of the slowest hundredth. */
const LEAST_REQUESTS = 1_000;

export interface DisturbedOptions extends Amount {
  readonly folder: string;
  readonly scale: number;
}

/** Latencies of `PersonRecord` on a quiet hub, and while a full import runs, one department is slow and one is down. */
export async function benchDisturbed({
  folder,
  scale,
  warmUp,
  requests,
  connections,
}: DisturbedOptions): Promise<void> {
  const dataDirectory = mkdtempSync(join(folder, 'disturbed-'));
  const started: { stop(): Promise<void> }[] = [];
  try {
    const [slow, down] = await Promise.all([openUnreliable(), openUnreliable()]);
    started.unshift(slow, down);
    const hub = await startHub(dataDirectory, scale, undefined, {
      JUSTICE_URL: `${slow.url}${SLOW}/graphql`,
      CIVIL_AFFAIRS_URL: `${down.url}${DOWN}/graphql`,
    });
    started.unshift(hub);
    const departments = await startServer('subgraphs/serve.ts', { HUB_DATA: dataDirectory }, [
      SLOW,
      DOWN,
      '--port',
      '0',
    ]);
    started.unshift(departments);
    for (const way of [slow, down]) way.leadTo(departments.url);
    const questions = await questionsOf(dataDirectory);
    const delivery = await prepareDelivery(join(dataDirectory, 'delivery'), dataDirectory, scale);
    await measure(hub, questions, { connections, until: atLeast(warmUp) });
    const least = Math.max(requests, LEAST_REQUESTS);
    const quiet = await measure(hub, questions, { connections, until: atLeast(least) });
    const disturbed = await whileDisturbed({ slow, down, delivery }, () =>
      measure(hub, questions, { connections, until: atLeast(least) }),
    );
    print(quiet, disturbed, connections);
  } finally {
    for (const one of started) await one.stop();
    rmSync(dataDirectory, { recursive: true, force: true });
  }
}

const atLeast = (least: number) => (count: number) => count >= least;

async function questionsOf(dataDirectory: string): Promise<Question[]> {
  const registers = await openBenchRegisters(dataDirectory);
  try {
    return await personRecords(registers, dataDirectory);
  } finally {
    await registers.close();
  }
}

/** Measures while one department is slow, one is down, and one delivery after the other is taken in. */
async function whileDisturbed<Result>(
  { slow, down, delivery }: { slow: Unreliable; down: Unreliable; delivery: Delivery },
  work: () => Promise<Result>,
): Promise<Result> {
  slow.delay(SLOW_MS);
  await down.leave();
  let isOver = false;
  const importing = (async () => {
    while (!isOver) await delivery.take();
  })();
  const result = await work();
  isOver = true;
  await importing;
  return result;
}

interface Told {
  readonly latencies: number[];
  /** Requests that were answered without a facet, by the department that is missing. */
  readonly without: Map<string, number>;
}

async function measure(
  hub: ChildServer,
  questions: readonly Question[],
  { connections, until }: { connections: number; until: (count: number) => boolean },
): Promise<Told> {
  const pool = new Pool(hub.url, { connections, pipelining: 1 });
  const contender: Contender = { name: 'hub', server: hub, path: '/graphql', request: (question) => question };
  const told: Told = { latencies: [], without: new Map() };
  let next = 0;
  const asking = async () => {
    while (!until(told.latencies.length)) {
      const start = performance.now();
      const answer = JSON.parse(await ask(pool, contender, questions[next++ % questions.length] as Question));
      told.latencies.push(performance.now() - start);
      note(answer, told);
    }
  };
  await Promise.all(Array.from({ length: connections }, asking));
  await pool.close();
  return told;
}

interface Answered {
  readonly data: { readonly person: object | null } | null;
  readonly errors?: readonly { readonly extensions: { readonly code: string; readonly department?: string } }[];
}

/** Every answer must hold the person, and lack nothing but what a department did not tell. */
function note({ data, errors = [] }: Answered, { without }: Told): void {
  const foreign = errors.find(({ extensions: { code } }) => code !== 'SOURCE_UNAVAILABLE');
  if (!data?.person || foreign) {
    throw new Error(`Expected a person with no more missing than departments: ${foreign?.extensions.code}.`);
  }
  for (const department of new Set(errors.map(({ extensions }) => extensions.department ?? 'unknown'))) {
    without.set(department, (without.get(department) ?? 0) + 1);
  }
}

function print(quiet: Told, disturbed: Told, connections: number): void {
  console.log(
    `\nPersonRecord, disturbed (${connections} connections): a full import after the other, ${SLOW} slow, ${DOWN} down (受扰时延)`,
  );
  const line = (name: string, { latencies, without }: Told) => {
    const numbers = [median(latencies), percentile(latencies, 0.99), Math.max(...latencies)].map((value) =>
      value.toFixed(1),
    );
    const missing = [...without].map(([department, count]) => `${department} ${count}`).join(', ') || 'nothing';
    const [p50, p99, most] = numbers;
    console.log(
      `  ${name.padEnd(10)} ${latencies.length} requests, ms p50 ${p50}, p99 ${p99}, most ${most}; without: ${missing}`,
    );
  };
  line('quiet', quiet);
  line('disturbed', disturbed);
  const ratio = percentile(disturbed.latencies, 0.99) / percentile(quiet.latencies, 0.99);
  console.log(ratioLine('p99, disturbed / quiet (受扰与平静之比)', ratio, '≤ 2'));
}
