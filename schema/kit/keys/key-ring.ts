import { statSync } from 'node:fs';

const LOOK_MS = 1_000;
/** Folders tell their changes by ticks of a clock: a change just before a look may not be seen in it. */
const RACY_MS = 2_000;

/** A key and what it is called; the name says nothing about it. */
export interface NamedKey {
  readonly id: string;
}

/**
 * The keys of one use, newest first: the newest seals and signs, all open and verify. A key that is added or taken away
 * while a process runs is known to it within a second, and at once where somebody asks for an id that it does not know.
 */
export class KeyRing<Key extends NamedKey> {
  readonly #directory: string;
  readonly #read: () => Key[];
  #keys: readonly Key[] = [];
  #changed = Number.NaN;
  #readAt = 0;
  #looked = Number.NEGATIVE_INFINITY;

  /** `read` answers the keys that lie in the folder, newest first, and at least one. */
  constructor(directory: string, read: () => Key[]) {
    this.#directory = directory;
    this.#read = read;
  }

  /** The key that seals and signs. */
  get newest(): Key {
    return this.all[0] as Key;
  }

  /** Every key, newest first. */
  get all(): readonly Key[] {
    if (performance.now() - this.#looked >= LOOK_MS) this.look();
    return this.#keys;
  }

  /** The key of this id; undefined where there is none. */
  find(id: string): Key | undefined {
    const known = this.all.find((key) => key.id === id);
    if (known) return known;
    this.look();
    return this.#keys.find((key) => key.id === id);
  }

  /** Reads the keys anew where the folder has changed. */
  look(): void {
    this.#looked = performance.now();
    const changed = statSync(this.#directory, { throwIfNoEntry: false })?.mtimeMs ?? 0;
    if (changed === this.#changed && this.#readAt - changed > RACY_MS) return;
    this.#readAt = Date.now();
    this.#keys = this.#read();
    this.#changed = changed;
  }
}
