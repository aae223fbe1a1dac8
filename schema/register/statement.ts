import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';

/** A statement that the server parses and plans once a connection. Row is the shape of what it returns. */
export interface Statement<Row> {
  readonly name: string;
  readonly text: string;
  /** True for a statement whose best plan depends on its values, such as one that reads a range of areas. */
  readonly plannedByValues?: boolean;
  /** True for one that only reads and waits for no lock of a row. */
  readonly readsOnly?: boolean;
  /** Never there: it only carries the type. */
  readonly row?: Row;
}

// Texts that are put together at each call are few: a name costs a look-up then, not a digest.
const made = new LRUCache<string, Statement<never>>({ max: 2_000 });

/** A read by keys, planned once a connection. Its name is made of its text, so that one name never means two texts. */
export function statement<Row>(text: string): Statement<Row> {
  let known = made.get(text);
  if (!known) {
    const name = `r_${createHash('sha256').update(text).digest('hex').slice(0, 16)}`;
    made.set(text, (known = { name, text, readsOnly: readsOnly(text) }));
  }
  return known;
}

/** A read of a range, parsed once a connection and planned anew for each set of values. */
export function rangeStatement<Row>(text: string): Statement<Row> {
  return { ...statement<Row>(text), plannedByValues: true };
}

const readsOnly = (text: string): boolean =>
  /^\s*SELECT\b/i.test(text) && !/\bFOR\s+((NO\s+)?KEY\s+)?(UPDATE|SHARE)\b|\b(pg_advisory|nextval|setval)/i.test(text);
