import { finished } from 'node:stream/promises';
import type pg from 'pg';
import { from } from 'pg-copy-streams';

const FLUSH = 1 << 20;

/** A growing text of COPY lines for one table, sent when it is long enough. */
export class CopySink {
  readonly #client: pg.ClientBase;
  readonly #statement: string;
  #text = '';

  constructor(client: pg.ClientBase, table: string, columns: readonly string[]) {
    this.#client = client;
    this.#statement = `COPY ${table} (${columns.map(quoteName).join(', ')}) FROM STDIN`;
  }

  /** Adds a line, its line break included. */
  add(line: string): void {
    this.#text += line;
  }

  get isFull(): boolean {
    return this.#text.length >= FLUSH;
  }

  /** Sends what there is. */
  async flush(): Promise<void> {
    if (this.#text === '') return;
    const stream = this.#client.query(from(this.#statement));
    stream.end(Buffer.from(this.#text));
    this.#text = '';
    await finished(stream);
  }
}

/** A name as an SQL identifier. */
export const quoteName = (name: string): string => `"${name.replaceAll('"', '""')}"`;
