import { LRUCache } from 'lru-cache';
import type { PreparedOperation } from './prepare.ts';

/** How many preparations of one document are kept: by operation name, refusals and labels. */
const MOST_OF_ONE = 32;

interface Entry {
  readonly key: string;
  readonly prepared: PreparedOperation;
}

/** Keeps the operations prepared last. The text of the document is looked up as it is, since it is long. */
export class PreparedCache {
  private readonly bySource: LRUCache<string, readonly Entry[]>;
  private readonly mostOfOne: number;

  /** `size` bounds the operations kept. */
  constructor(size: number) {
    this.bySource = new LRUCache({ maxSize: size, sizeCalculation: (entries) => entries.length });
    this.mostOfOne = Math.min(MOST_OF_ONE, size);
  }

  /** The operations kept. */
  get size(): number {
    return this.bySource.calculatedSize;
  }

  /** The operation of a document under a key, prepared now where it is not kept. */
  get(source: string, key: string, prepare: () => PreparedOperation): PreparedOperation {
    const entries = this.bySource.get(source) ?? [];
    for (const entry of entries) {
      if (entry.key === key) {
        return entry.prepared;
      }
    }
    const prepared = prepare();
    this.bySource.set(source, [{ key, prepared }, ...entries].slice(0, this.mostOfOne));
    return prepared;
  }
}
