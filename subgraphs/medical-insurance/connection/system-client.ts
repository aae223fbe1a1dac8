import type { z } from 'zod';
import { createCall } from './call.ts';
import { LookupQueue, type Told } from './lookup-queue.ts';
import { Pacer } from './pacer.ts';
import { callUntil } from './persistent-call.ts';
import { answersOf, countedPeople, type LookupRows } from './rows.ts';
import { SystemUnavailable } from './system-unavailable.ts';

/** Below what the gateway allows a fetch, so that it is the system that was late and not the department. */
const ANSWER_MS = 3_000;
const INTAKE_MS = 120_000;
const MOST_IDS = 50;
const GATHER_MS = 3;

/** The bureau's system as this process asks it. */
export interface SystemClient {
  /** Lookups and counts sent so far, tries that failed included. */
  readonly calls: number;
  /** The rows of each person, newest first. */
  lookUp<Lookup extends keyof LookupRows>(
    lookup: Lookup,
    ids: readonly string[],
  ): Promise<Map<string, Told<LookupRows[Lookup]>>>;
  /** People by the set of their enrolments, in the same order each time. */
  count(): Promise<z.infer<typeof countedPeople>>;
  /** One step of handing rows over. */
  intake<Answer>(step: string, body: object, answer: z.ZodType<Answer>): Promise<Answer>;
}

export interface ClientOptions {
  readonly url: string;
  readonly key: Buffer;
  readonly callsPerSecond: number;
}

/** A client of the system at this URL; it keeps to the quota whoever asks. */
export function createSystemClient({ url, key, callsPerSecond }: ClientOptions): SystemClient {
  const pacer = new Pacer(callsPerSecond);
  const send = createCall(url, key);
  let calls = 0;
  const persistence = {
    pacer,
    call: (...told: Parameters<typeof send>) => {
      calls += 1;
      return send(...told);
    },
  };
  const queue = new LookupQueue({
    pacer,
    most: MOST_IDS,
    gatherMs: GATHER_MS,
    ask: async (lookup, ids, until) => {
      const body = await callUntil(persistence, `/lookup/${lookup}`, { ids }, until);
      const { asOf, rows } = understood<z.infer<(typeof answersOf)['records']>>(answersOf[lookup as 'records'], body);
      return new Map(ids.map((id) => [id, { asOf, rows: rows.filter(({ personId }) => personId === id) }]));
    },
  });
  return {
    get calls() {
      return calls;
    },
    lookUp: (lookup, ids) => queue.lookUp(lookup, ids, ANSWER_MS) as Promise<Map<string, Told<never>>>,
    async count() {
      const until = performance.now() + ANSWER_MS;
      await pacer.turn();
      return understood(countedPeople, await callUntil(persistence, '/statistics', {}, until));
    },
    async intake(step, body, answer) {
      const until = performance.now() + INTAKE_MS;
      return understood(answer, await callUntil({ call: send, pacer }, `/intake/${step}`, body, until));
    },
  };
}

/** What a foreign system answers is believed no further than its shape goes. */
function understood<Answer>(shape: z.ZodType<Answer>, body: unknown): Answer {
  const parsed = shape.safeParse(body);
  if (parsed.success) return parsed.data;
  const places = parsed.error.issues.map(({ path }) => path.filter((part) => typeof part === 'string').join('.'));
  throw new SystemUnavailable(
    'SYSTEM_MALFORMED_ANSWER',
    `The bureau’s system answered in another shape than agreed, at ${[...new Set(places)].join(', ') || 'its root'}.`,
  );
}
