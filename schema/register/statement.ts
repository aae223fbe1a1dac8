import { createHash } from 'node:crypto';

/** A statement that the server parses and plans once a connection. Row is the shape of what it returns. */
export interface Statement<Row> {
  readonly name: string;
  readonly text: string;
  /** Never there: it only carries the type. */
  readonly row?: Row;
}

/** Names a statement after its text, so that one name never means two texts. */
export function statement<Row>(text: string): Statement<Row> {
  return { name: `r_${createHash('sha256').update(text).digest('hex').slice(0, 16)}`, text };
}
