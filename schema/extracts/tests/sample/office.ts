import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { composeResidentId } from '../../../kit/identity-numbers/resident-id.ts';
import { migrate } from '../../../register/migrate.ts';
import { scratchDatabase } from '../../../register/tests/scratch-register.ts';
import type { Database } from '../../../register/database.ts';
import { type ImportOutcome, importExtract } from '../../import-extract.ts';
import { text } from '../../columns.ts';
import { MemoryLinkRegister } from './memory-link-register.ts';
import { marriages, SAMPLE_TABLES, sampleLayouts } from './layouts.ts';

const migrations = resolve(import.meta.dirname, '..', '..', 'prisma', 'migrations');

/** The headers of the marriages layout, in its order. */
export const HEADERS = [...new Set(Object.values(marriages.columns).map(({ header }) => header))];

/** A resident number of an invented person. */
export const idNumber = (person: number): string =>
  composeResidentId('330898', `19${50 + (person % 50)}-0${1 + (person % 9)}-1${person % 10}`, person % 1000);

/** A clean marriage as cells by header. */
export const marriage = (index: number, cells: Record<string, string> = {}): Record<string, string> => ({
  登记证字号: `J330803-${index}`,
  男方身份证号: idNumber(index),
  女方身份证号: idNumber(index + 7),
  男方姓名: '吴大有',
  登记日期: `2024年${1 + (index % 12)}月${1 + (index % 28)}日`,
  登记类别: '结婚',
  涉外: '否',
  住所区划: '330803001',
  备注: '',
  ...cells,
});

/** Rows as CSV text under these headers. */
export const csv = (
  rows: readonly Record<string, string>[],
  headers: readonly string[] = HEADERS,
  delimiter = ',',
): string =>
  [headers, ...rows.map((row) => headers.map((header) => row[header] ?? ''))]
    .map((cells) =>
      cells
        .map((cell) => (/["\n\r]/.test(cell) || cell.includes(delimiter) ? `"${cell.replaceAll('"', '""')}"` : cell))
        .join(delimiter),
    )
    .join('\n')
    .concat('\n');

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
