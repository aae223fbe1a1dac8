import { createHash } from 'node:crypto';

/** A statement that the server parses and plans once a connection. Row is the shape of what it returns. */
export interface Statement<Row> {
  readonly name: string;
  readonly text: string;
  /** True for a statement whose best plan depends on its values, such as one that reads a range of areas. */
  readonly plannedByValues?: boolean;
  /** Never there: it only carries the type. */
  readonly row?: Row;
}

/** A read by keys, planned once a connection. Its name is made of its text, so that one name never means two texts. */
export function statement<Row>(text: string): Statement<Row> {
  return { name: `r_${createHash('sha256').update(text).digest('hex').slice(0, 16)}`, text };
}

/** A read of a range, parsed once a connection and planned anew for each set of values. */
export function rangeStatement<Row>(text: string): Statement<Row> {
  return { ...statement<Row>(text), plannedByValues: true };
}
