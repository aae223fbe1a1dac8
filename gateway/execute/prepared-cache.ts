import { LRUCache } from 'lru-cache';
import type { PreparedOperation } from './prepare.ts';

/** How many preparations of one document are kept: by operation name, refusals and labels. */
const MOST_OF_ONE = 32;

/** How often a prepared operation was at hand. */
export interface PlanCacheCounts {
  readonly entries: number;
  readonly hits: number;
  readonly misses: number;
}

interface Entry {
  readonly key: string;
  readonly prepared: PreparedOperation;
}

/** Keeps the operations prepared last. The text of the document is looked up as it is, since it is long. */
export class PreparedCache {
  private readonly bySource: LRUCache<string, readonly Entry[]>;
  private readonly mostOfOne: number;
  private hits = 0;
  private misses = 0;

  /** `size` bounds the operations kept. */
  constructor(size: number) {
    this.bySource = new LRUCache({ maxSize: size, sizeCalculation: (entries) => entries.length });
    this.mostOfOne = Math.min(MOST_OF_ONE, size);
  }

  /** The operations kept. */
  get size(): number {
    return this.bySource.calculatedSize;
  }

  /** What it did so far. */
  get counts(): PlanCacheCounts {
    return { entries: this.size, hits: this.hits, misses: this.misses };
  }

  /** The operation of a document under a key, prepared now where it is not kept. */
  get(source: string, key: string, prepare: () => PreparedOperation): PreparedOperation {
    const entries = this.bySource.get(source) ?? [];
    for (const entry of entries) {
      if (entry.key === key) {
        this.hits += 1;
        return entry.prepared;
      }
    }
    this.misses += 1;
    const prepared = prepare();
    this.bySource.set(source, [{ key, prepared }, ...entries].slice(0, this.mostOfOne));
    return prepared;
  }
}
