import type pg from 'pg';
import type { RegisterSeal } from '../kit/sealing/register-seal.ts';
import { BatchTally } from './batch-tally.ts';
import { DestinationLoad } from './destination-load.ts';
import type { ExtractFile } from './extract-file.ts';
import { ImportRefused } from './import-refused.ts';
import type { LinkRegister } from './link-register.ts';
import { linkRows } from './link-rows.ts';
import type { RecognisedLayout } from './recognise-layout.ts';
import { RecordReader } from './record-reader.ts';
import { compileColumns, RowBatch } from './row-batch.ts';
import type { RowDestination } from './row-destination.ts';
import { RowWriter } from './row-writer.ts';
import { TableLoad } from './table-load.ts';

const BATCH_ROWS = 5_000;
/** No row of a real extract is shorter; it bounds how many rows a file can have. */
const SHORTEST_ROW_BYTES = 40;

/** Reads as far as the header line goes, and answers it with all that was read. */
export async function readHeader(
  pieces: AsyncGenerator<string, void, undefined>,
): Promise<{ header: string; read: string }> {
  const reader = new RecordReader(',');
  let read = '';
  while (!reader.next()) {
    const { value, done } = await pieces.next();
    if (done) reader.finish();
    else {
      read += value;
      reader.add(value);
    }
  }
  return { header: reader.raw, read };
}

/** What it takes to load the rows of one file. */
export interface RowSource {
  readonly client: pg.ClientBase;
  readonly seal: RegisterSeal;
  readonly id: string;
  readonly extract: ExtractFile;
  readonly recognised: RecognisedLayout;
  readonly link: LinkRegister;
  /** Where the rows go; null where they fill the layout's table. */
  readonly destination: RowDestination | null;
  readonly pieces: AsyncGenerator<string, void, undefined>;
  /** What was read of the file already. */
  readonly read: string;
}

/** Reads, links and loads every row behind the header within the client's transaction, and counts what became of them. */
export async function loadRows({
  client,
  seal,
  id,
  extract,
  recognised,
  link,
  destination,
  pieces,
  read,
}: RowSource): Promise<BatchTally> {
  const { layout, delimiter, width } = recognised;
  const columns = compileColumns(recognised);
  const asOfColumn = columns.findIndex(({ name }) => name === layout.asOf);
  const batch = new RowBatch(columns, BATCH_ROWS);
  const expectedRows = extract.bytes / SHORTEST_ROW_BYTES;
  const load = destination
    ? await DestinationLoad.begin({ client, destination, layout, batchId: id, seal })
    : await TableLoad.begin(client, {
        layout,
        writer: new RowWriter({ columns, layout, batchId: id, seal }),
        batchId: id,
        seal,
        expectedRows,
      });
  const tally = new BatchTally();
  const reader = new RecordReader(delimiter);

  const flush = async () => {
    tally.accept(batch, asOfColumn);
    await load.add(batch, await linkRows(batch, layout, link));
    batch.clear();
  };
  const readRows = async () => {
    while (reader.next()) {
      tally.rows++;
      const rejected =
        reader.count !== width || reader.malformed
          ? ({ reason: 'COLUMN_COUNT', header: null } as const)
          : batch.add(reader.cells, reader.line, reader.raw);
      if (rejected !== null) {
        if (reader.unterminated) throw cutOff(reader.line, width, rejected.header);
        tally.setAside(rejected.reason);
        load.setAside(reader.line, reader.raw, rejected.reason, rejected.header);
      } else if (batch.size === batch.capacity) await flush();
    }
  };
  reader.add(read);
  if (!reader.next()) {
    // A header that no line break ends is all there is.
    reader.finish();
    reader.next();
  }
  await readRows();
  for await (const piece of pieces) {
    reader.add(piece);
    await readRows();
  }
  reader.finish();
  await readRows();
  await flush();
  tally.repeat(await load.finish());
  return tally;
}

function cutOff(line: number, width: number, header: string | null): ImportRefused {
  const found = header === null ? 'has not that many' : `has none that is valid in column ${header}`;
  return new ImportRefused(
    'TRUNCATED_FILE',
    `The file ends within line ${line}: expected ${width} cells and a line break; the last line ${found}.`,
  );
}
