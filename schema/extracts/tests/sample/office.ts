import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { placeOf } from '../../../kit/sealing/register-seal.ts';
import type { Database } from '../../../register/database.ts';
import { migrate } from '../../../register/migrate.ts';
import { scratchDatabase } from '../../../register/tests/scratch-register.ts';
import { text } from '../../columns.ts';
import { type ImportOutcome, importExtract } from '../../import-extract.ts';
import { quarantinePlace } from '../../quarantine-sink.ts';
import { marriages, SAMPLE_TABLES, sampleLayouts } from './layouts.ts';
import { MemoryLinkRegister } from './memory-link-register.ts';

const migrations = resolve(import.meta.dirname, '..', '..', 'prisma', 'migrations');

/** A department's register with the sample tables, its link register, and a folder for files. */
export interface Office {
  readonly database: Database;
  readonly connectionString: string;
  readonly link: MemoryLinkRegister;
  readonly folder: string;
  write(content: string | Buffer, file?: string): string;
  import(content: string | Buffer): Promise<ImportOutcome>;
  importFile(file: string): Promise<ImportOutcome>;
  rows<Row>(sql: string): Promise<Row[]>;
  /** Notes of marriages by their numbers, opened. */
  notes(): Promise<Record<string, string | null>>;
  /** Rows that were set aside, in the order of lines, opened. */
  quarantine(): Promise<{ line: number; reason: string; column_header: string | null; raw: string }[]>;
  close(): Promise<void>;
}

/** Opens an office whose files are read under the sample layouts. */
export async function openOffice(): Promise<Office> {
  const { database, connectionString, close } = await scratchDatabase('extracts');
  await migrate(connectionString, migrations, { schema: 'exchange' });
  await database.pool.query(SAMPLE_TABLES);
  const folder = mkdtempSync(join(tmpdir(), 'extracts-'));
  const link = new MemoryLinkRegister();
  const other = { ...marriages, name: 'courses', title: '课程', columns: { number: text('课程编号') } };
  const elsewhere = async () => [{ department: 'justice', layout: other }];
  const office: Office = {
    database,
    connectionString,
    link,
    folder,
    write(content, file = 'extract.csv') {
      const path = join(folder, file);
      writeFileSync(path, content);
      return path;
    },
    import: (content) => office.importFile(office.write(content)),
    importFile: (file) =>
      importExtract({ department: 'civil-affairs', layouts: sampleLayouts, database, link, file, elsewhere }),
    rows: async (sql) => (await database.pool.query(sql)).rows,
    async notes() {
      const rows = await office.rows<{ number: string; note: string | null }>('SELECT number, note FROM marriage');
      const opened = ({ number, note }: (typeof rows)[number]) =>
        database.seal.openNullable(note, placeOf('marriage', 'note', [number]));
      return Object.fromEntries(rows.map((row) => [row.number, opened(row)]));
    },
    async quarantine() {
      const { rows } = await database.pool.query(
        'SELECT batch_id, line, reason, column_header, raw FROM exchange.quarantined_row ORDER BY line',
      );
      return rows.map(({ batch_id: batch, raw, ...row }) => ({
        ...row,
        raw: database.seal.open(raw, quarantinePlace(batch, row.line)),
      }));
    },
    async close() {
      rmSync(folder, { recursive: true });
      await close();
    },
  };
  return office;
}
