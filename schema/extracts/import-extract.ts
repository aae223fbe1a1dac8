import pg from 'pg';
import { v7 as uuidv7 } from 'uuid';
import { instantText, startOfDay } from '../kit/calendar/day.ts';
import type { Database } from '../register/database.ts';
import { batchOfFile, lockImports, recordBatch } from './batch-record.ts';
import { BatchTally } from './batch-tally.ts';
import { allLayouts } from './discover-layouts.ts';
import { type ExtractFile, openExtractFile } from './extract-file.ts';
import { ImportRefused } from './import-refused.ts';
import type { ExtractLayout } from './layout.ts';
import { linkRows } from './link-rows.ts';
import type { BatchSummary, LinkRegister } from './link-register.ts';
import { deliverOutbox } from './outbox.ts';
import { type DepartmentLayout, type RecognisedLayout, recogniseLayout } from './recognise-layout.ts';
import { RecordReader } from './record-reader.ts';
import { compileColumns, RowBatch } from './row-batch.ts';
import { RowWriter } from './row-writer.ts';
import { TableLoad } from './table-load.ts';

const BATCH_ROWS = 5_000;
/** No row of a real extract is shorter; it bounds how many rows a file can have. */
const SHORTEST_ROW_BYTES = 40;

export interface ImportOptions {
  readonly department: string;
  readonly layouts: readonly ExtractLayout[];
  readonly database: Database;
  readonly link: LinkRegister;
  /** Path of the file. */
  readonly file: string;
  readonly progress?: (bytesRead: number, bytesTotal: number) => void;
  /** Layouts of all departments, by which a stray file is told where it belongs; found in their folders unless given. */
  readonly elsewhere?: () => Promise<readonly DepartmentLayout[]>;
}

/** What became of a file that was not refused. */
export type ImportOutcome =
  | {
      readonly kind: 'imported';
      readonly summary: BatchSummary;
      /** Headers of the file that its layout does not know. */
      readonly ignoredColumns: readonly string[];
      /** Why the link register could not be told yet; it will be with the next import. */
      readonly deliveryFailure: Error | null;
    }
  | { readonly kind: 'already-imported'; readonly batchId: string };

/**
 * Takes one file into a department's register, whole or not at all: one transaction holds its rows, those set aside and
 * the batch record. A file taken in before changes nothing. Throws ImportRefused for a file that is no extract of the
 * department.
 */
export async function importExtract(options: ImportOptions): Promise<ImportOutcome> {
  const { database, layouts, link } = options;
  const extract = await openExtractFile(options.file);
  try {
    const outcome = await database.transaction((client) => importFile(client, extract, options)).catch(refusedRows);
    const deliveryFailure = await deliverOutbox(database, layouts, link).then(
      () => null,
      (error: Error) => error,
    );
    return outcome.kind === 'imported' ? { ...outcome, deliveryFailure } : outcome;
  } finally {
    await extract.close();
  }
}

type Imported = Omit<Extract<ImportOutcome, { kind: 'imported' }>, 'deliveryFailure'>;
type AlreadyImported = Extract<ImportOutcome, { kind: 'already-imported' }>;

async function importFile(
  client: pg.ClientBase,
  extract: ExtractFile,
  { department, layouts, link, progress = () => undefined, elsewhere = allLayouts }: ImportOptions,
): Promise<Imported | AlreadyImported> {
  await lockImports(client);
  const startedAt = new Date();
  const pieces = extract.text(progress);
  const { header, read } = await readHeader(pieces);
  const recognised = await recogniseLayout(header, department, layouts, elsewhere);
  const { layout } = recognised;
  const known = await batchOfFile(client, layout.name, extract.sha256);
  if (known) return { kind: 'already-imported', batchId: known };

  const id = uuidv7();
  const tally = await loadRows({ client, id, extract, recognised, link, pieces, read });
  const summary: BatchSummary = {
    id,
    department,
    layout: layout.name,
    catalogueId: layout.catalogueId,
    file: extract.name,
    sha256: extract.sha256,
    asOf: asOf(tally.newest, extract.modifiedAt),
    startedAt: instantText(startedAt),
    finishedAt: instantText(new Date()),
    ...tally.summary(),
  };
  await recordBatch(client, summary);
  return { kind: 'imported', summary, ignoredColumns: recognised.ignoredColumns };
}

async function readHeader(pieces: AsyncGenerator<string, void, undefined>): Promise<{ header: string; read: string }> {
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

interface Load {
  readonly client: pg.ClientBase;
  readonly id: string;
  readonly extract: ExtractFile;
  readonly recognised: RecognisedLayout;
  readonly link: LinkRegister;
  readonly pieces: AsyncGenerator<string, void, undefined>;
  /** What was read of the file already. */
  readonly read: string;
}

async function loadRows({ client, id, extract, recognised, link, pieces, read }: Load): Promise<BatchTally> {
  const { layout, delimiter, width } = recognised;
  const columns = compileColumns(recognised);
  const asOfColumn = columns.findIndex(({ name }) => name === layout.asOf);
  const batch = new RowBatch(columns, BATCH_ROWS);
  const writer = new RowWriter(columns, id, layout.inheritsAreaOf !== undefined);
  const expectedRows = extract.bytes / SHORTEST_ROW_BYTES;
  const load = await TableLoad.begin(client, { layout, writer, batchId: id, expectedRows });
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

function asOf(newest: string, modifiedAt: Date): string {
  const now = instantText(new Date());
  const moment = newest === '' ? instantText(modifiedAt) : newest.length === 10 ? startOfDay(newest) : newest;
  return moment < now ? moment : now;
}

/** What PostgreSQL says of a row it refuses may quote the row, so only the names are passed on. */
function refusedRows(error: unknown): never {
  if (error instanceof pg.DatabaseError && /^2[23]/.test(error.code ?? '')) {
    const column = error.column ?? /column (\w+)/.exec(error.where ?? '')?.[1];
    const place = [error.constraint && `constraint ${error.constraint}`, column && `column ${column}`].filter(Boolean);
    throw new ImportRefused(
      'REGISTER_REFUSED_ROWS',
      `The register refused rows that its layout accepts (SQLSTATE ${error.code}, ${place.join(', ') || 'no name given'}).`,
    );
  }
  throw error;
}
