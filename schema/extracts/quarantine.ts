import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import type { Database } from '../register/database.ts';
import { statement } from '../register/statement.ts';
import { quarantinePlace } from './quarantine-sink.ts';

const PAGE = 5_000;
const FIRST_ID = '00000000-0000-0000-0000-000000000000';

/** How many rows of a batch were set aside for one reason in one column. */
export interface QuarantineCount {
  readonly batchId: string;
  readonly layout: string;
  readonly file: string;
  readonly reason: string;
  readonly columnHeader: string | null;
  readonly rows: number;
}

interface QuarantinedRow {
  readonly batchId: string;
  readonly layout: string;
  readonly file: string;
  readonly line: number;
  readonly reason: string;
  readonly columnHeader: string | null;
  readonly raw: string;
}

const counts = statement<QuarantineCount>(`
  SELECT batch_id AS "batchId", layout, file, reason, column_header AS "columnHeader", count(*) AS rows
  FROM exchange.quarantined_row JOIN exchange.import_batch ON id = batch_id
  WHERE $1::uuid IS NULL OR batch_id = $1 GROUP BY 1, 2, 3, 4, 5 ORDER BY 1, 6 DESC, 4, 5`);

const page = statement<QuarantinedRow>(`
  SELECT batch_id AS "batchId", layout, file, line, reason, column_header AS "columnHeader", raw
  FROM exchange.quarantined_row JOIN exchange.import_batch ON id = batch_id
  WHERE ($1::uuid IS NULL OR batch_id = $1) AND (batch_id, line) > ($2, $3)
  ORDER BY batch_id, line LIMIT ${PAGE}`);

/** Reasons for which rows were set aside, of one batch or of all, without a word of the rows. */
export function quarantineCounts(database: Database, batchId: string | null): Promise<QuarantineCount[]> {
  return database.query(counts, [batchId]);
}

/**
 * Writes the rows that were set aside, as they came, into a CSV that its owner alone can read; answers how many.
 * Throws where the file is there already.
 */
export async function writeQuarantine(database: Database, batchId: string | null, path: string): Promise<number> {
  const stream = createWriteStream(path, { flags: 'wx', mode: 0o600 });
  await once(stream, 'open');
  stream.write('\uFEFFbatch,layout,file,line,reason,column,raw\n');
  let written = 0;
  for (let last = { batchId: FIRST_ID, line: 0 }; ; ) {
    const rows = await database.query(page, [batchId, last.batchId, last.line]);
    const text = rows.map((row) =>
      [
        row.batchId,
        row.layout,
        row.file,
        String(row.line),
        row.reason,
        row.columnHeader ?? '',
        database.seal.open(row.raw, quarantinePlace(row.batchId, row.line)),
      ]
        .map(cell)
        .join(','),
    );
    if (rows.length > 0 && !stream.write(`${text.join('\n')}\n`)) await once(stream, 'drain');
    written += rows.length;
    if (rows.length < PAGE) break;
    last = rows.at(-1) as QuarantinedRow;
  }
  stream.end();
  await finished(stream);
  return written;
}

const cell = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
