import { setTimeout as pause } from 'node:timers/promises';
import type { Pacer } from './pacer.ts';
import { tooSlow } from './persistent-call.ts';

/** What a lookup told of one person. */
export interface Told<Row> {
  readonly rows: readonly Row[];
  readonly asOf: string | null;
}

/** One call: asks a lookup for some people, and answers for each. */
export type AskSystem = (lookup: string, ids: readonly string[], until: number) => Promise<Map<string, Told<unknown>>>;

interface Waiting {
  readonly until: number;
  told(answer: Told<unknown>): void;
  failed(fault: Error): void;
}

export interface QueueOptions {
  readonly ask: AskSystem;
  readonly pacer: Pacer;
  /** People a call may ask for. */
  readonly most: number;
  /** How long ids are gathered before a first call. */
  readonly gatherMs: number;
}

/**
 * Gathers the people that requests ask for into few calls. A call may carry people of several requests; each request is
 * told of its own alone, was allowed to ask before, and what was told is kept for nobody else.
 */
export class LookupQueue {
  readonly #options: QueueOptions;
  /** By lookup and id, the longest waiting lookup first. */
  readonly #waiting = new Map<string, Map<string, Waiting[]>>();
  #pumping = false;

  constructor(options: QueueOptions) {
    this.#options = options;
  }

  /** Answers for each person; rejects with SystemUnavailable where one of them is not answered for in time. */
  lookUp(lookup: string, ids: readonly string[], withinMs: number): Promise<Map<string, Told<unknown>>> {
    return new Promise((answered, failed) => {
      const wanted = new Set(ids);
      const answers = new Map<string, Told<unknown>>();
      if (wanted.size === 0) return answered(answers);
      const until = performance.now() + withinMs;
      const late = setTimeout(() => failed(tooSlow()), withinMs);
      for (const id of wanted) {
        this.#add(lookup, id, {
          until,
          told: (answer) => {
            answers.set(id, answer);
            if (answers.size < wanted.size) return;
            clearTimeout(late);
            answered(answers);
          },
          failed: (fault) => {
            clearTimeout(late);
            failed(fault);
          },
        });
      }
      if (!this.#pumping) void this.#pump();
    });
  }

  #add(lookup: string, id: string, one: Waiting): void {
    let byId = this.#waiting.get(lookup);
    if (!byId) this.#waiting.set(lookup, (byId = new Map()));
    const others = byId.get(id);
    if (others) others.push(one);
    else byId.set(id, [one]);
  }

  async #pump(): Promise<void> {
    this.#pumping = true;
    await pause(this.#options.gatherMs);
    while (this.#waiting.size > 0) {
      // While this call waits for its turn, more people may join it.
      await this.#options.pacer.turn();
      const [next] = this.#waiting.keys();
      if (next !== undefined) void this.#send(next, this.#take(next));
    }
    this.#pumping = false;
  }

  /** Takes those who have waited longest for a lookup, without those who wait no more. */
  #take(lookup: string): Map<string, Waiting[]> {
    const taken = new Map<string, Waiting[]>();
    const byId = this.#waiting.get(lookup) ?? new Map<string, Waiting[]>();
    const now = performance.now();
    for (const [id, waiting] of byId) {
      if (taken.size === this.#options.most) break;
      byId.delete(id);
      const patient = waiting.filter(({ until }) => until > now);
      if (patient.length > 0) taken.set(id, patient);
    }
    this.#waiting.delete(lookup);
    // Behind the other lookups, so that none waits for ever.
    if (byId.size > 0) this.#waiting.set(lookup, byId);
    return taken;
  }

  async #send(lookup: string, taken: ReadonlyMap<string, readonly Waiting[]>): Promise<void> {
    if (taken.size === 0) return;
    const waiting = [...taken.values()].flat();
    try {
      const until = Math.max(...waiting.map((one) => one.until));
      const answers = await this.#options.ask(lookup, [...taken.keys()], until);
      for (const [id, those] of taken) {
        for (const one of those) one.told(answers.get(id) ?? { rows: [], asOf: null });
      }
    } catch (fault) {
      for (const one of waiting) one.failed(fault as Error);
    }
  }
}
