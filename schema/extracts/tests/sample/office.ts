import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Database } from '../../../register/database.ts';
import { migrate } from '../../../register/migrate.ts';
import { scratchDatabase } from '../../../register/tests/scratch-register.ts';
import { text } from '../../columns.ts';
import { type ImportOutcome, importExtract } from '../../import-extract.ts';
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
    async close() {
      rmSync(folder, { recursive: true });
      await close();
    },
  };
  return office;
}
