import pg from 'pg';
import { v7 as uuidv7 } from 'uuid';
import { instantText, startOfDay } from '../kit/calendar/day.ts';
import type { Database } from '../register/database.ts';
import { batchOfFile, lockImports, recordBatch } from './batch-record.ts';
import { allLayouts } from './discover-layouts.ts';
import { type ExtractFile, openExtractFile } from './extract-file.ts';
import { ImportRefused } from './import-refused.ts';
import type { ExtractLayout } from './layout.ts';
import type { BatchSummary, LinkRegister } from './link-register.ts';
import { loadRows, readHeader } from './load-rows.ts';
import { openDestination } from './open-destination.ts';
import { deliverOutbox } from './outbox.ts';
import { type DepartmentLayout, recogniseLayout } from './recognise-layout.ts';
import type { RowDestination } from './row-destination.ts';

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
  const { department, database, layouts, link } = options;
  const destination = await openDestination(department, database);
  const extract = await openExtractFile(options.file);
  try {
    const outcome = await database
      .transaction((client) => importFile(client, extract, destination, options))
      .catch(refusedRows);
    const deliveryFailure = await deliverOutbox({ database, layouts, link, destination }).then(
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
  destination: RowDestination | null,
  { department, database, layouts, link, progress = () => undefined, elsewhere = allLayouts }: ImportOptions,
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
  const tally = await loadRows({
    client,
    seal: database.seal,
    id,
    extract,
    recognised,
    link,
    destination,
    pieces,
    read,
  });
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
