import { Worker } from 'node:worker_threads';
import type { Database } from '../../register/database.ts';
import type { KindInWorlds } from './alternatives.ts';
import type { CountedKind } from './kinds.ts';

/** A register's people as figures may ask for them, and as of when. */
export interface CountedRegister {
  readonly asOf: string;
  readonly kinds: readonly CountedKind[];
}

/** A register's people in the true register and its alternatives. */
export interface ToldRegister {
  readonly asOf: string;
  readonly kinds: readonly KindInWorlds[];
}

interface Held {
  readonly text: string;
  readonly kinds: Promise<readonly KindInWorlds[]>;
}

/** For how long a register is not read again. */
const FRESH_MS = 1_000;

/** The people that one kind of figures counts, register by register; alternatives are chosen when people changed. */
export class ToldRegisters {
  private readonly latest = new WeakMap<Database, { readonly at: number; readonly told: Promise<ToldRegister> }>();
  private readonly held = new WeakMap<Database, Held>();
  private readonly read: (database: Database) => Promise<CountedRegister>;

  constructor(read: (database: Database) => Promise<CountedRegister>) {
    this.read = read;
  }

  /** What may be told of a register, at most a second old. */
  of(database: Database): Promise<ToldRegister> {
    const latest = this.latest.get(database);
    const at = performance.now();
    if (latest && at - latest.at < FRESH_MS) return latest.told;
    const told = this.tell(database);
    this.latest.set(database, { at, told });
    told.catch(() => this.latest.delete(database));
    return told;
  }

  private async tell(database: Database): Promise<ToldRegister> {
    const { asOf, kinds } = await this.read(database);
    const text = JSON.stringify(kinds);
    let held = this.held.get(database);
    if (held?.text !== text) {
      held = { text, kinds: alternativesOf(kinds) };
      this.held.set(database, held);
      held.kinds.catch(() => this.held.delete(database));
    }
    return { asOf, kinds: await held.kinds };
  }
}

/** Chosen in a thread of its own: it takes a second or two, in which others are answered. */
function alternativesOf(kinds: readonly CountedKind[]): Promise<readonly KindInWorlds[]> {
  return new Promise((done, failed) => {
    const worker = new Worker(new URL('alternatives-worker.ts', import.meta.url), { workerData: kinds });
    worker.once('message', done);
    worker.once('error', failed);
    worker.once('exit', (code) =>
      failed(new Error(`Expected alternatives of a register, the thread ended with ${code}.`)),
    );
  });
}
