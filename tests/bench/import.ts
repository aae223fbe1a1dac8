import { createReadStream, createWriteStream, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { from, to } from 'pg-copy-streams';
import { layoutsOf } from '../../schema/extracts/discover-layouts.ts';
import { importExtract } from '../../schema/extracts/import-extract.ts';
import type { LinkRegister } from '../../schema/extracts/link-register.ts';
import { keepsRowsElsewhere } from '../../schema/extracts/open-destination.ts';
import { LINK_DEPARTMENT, openLinkRegister } from '../../schema/extracts/open-link-register.ts';
import { sortByLayout } from '../../schema/extracts/sort-by-layout.ts';
import type { Database } from '../../schema/register/database.ts';
import { generateDistrict } from '../../schema/synthetic/generate-district.ts';
import { type BenchRegisters, openBenchRegisters } from './bench-registers.ts';
import { ratioLine } from './median.ts';
import { countsProcessorTime, type ProcessorTime, processorTime, together, usedBetween } from './processor-time.ts';

const TELLING_MILLISECONDS = 100;

/** The population register comes first: the others refer to its people. */
const POPULATION = 'public-security';

interface LayoutTime {
  readonly name: string;
  readonly table: string;
  readonly database: Database;
  rows: number;
  imported: number;
  copied: number;
}

/** Imports a generated district, then copies the rows that came in into tables made alike, and compares the two. */
export async function benchImport(scale: number): Promise<void> {
  if (!countsProcessorTime) return;
  const folder = mkdtempSync(join(tmpdir(), 'governance-hub-import-'));
  const registers = await openBenchRegisters(join(folder, 'data'));
  try {
    const directory = join(folder, 'extracts');
    await generateDistrict({ scale, seed: 1, directory, progress: () => undefined });
    const link = await openLinkRegister(registers.database(LINK_DEPARTMENT), registers.dataDirectory);
    // What a department keeps elsewhere than in its database is no COPY's to compare with.
    const departments = [...registers.databases.keys()].filter(
      (name) => name !== LINK_DEPARTMENT && !keepsRowsElsewhere(name),
    );
    const times: LayoutTime[] = [];
    for (const department of departments.toSorted((one) => (one === POPULATION ? -1 : 0))) {
      times.push(...(await importDepartment(registers, department, join(directory, department), link)));
    }
    for (const time of times) time.copied = await copyTable(registers.postmaster, time, folder);
    print(scale, times);
  } finally {
    await registers.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function importDepartment(
  { databases, postmaster }: BenchRegisters,
  department: string,
  directory: string,
  link: LinkRegister,
): Promise<LayoutTime[]> {
  const database = databases.get(department) as Database;
  const layouts = await layoutsOf(department);
  const times = new Map<string, LayoutTime>();
  const files = readdirSync(directory).map((file) => join(directory, file));
  for (const file of await sortByLayout(files, department, layouts)) {
    const { result, used } = await measure(postmaster, () =>
      importExtract({ department, layouts, database, link, file }),
    );
    if (result.kind !== 'imported') throw new Error(`Expected a file that was not taken in before: ${file}.`);
    const layout = layouts.find(({ name }) => name === result.summary.layout);
    if (!layout) throw new Error(`Expected the layout ${result.summary.layout} of ${department}.`);
    const { name, table } = layout;
    const time = times.get(name) ?? { name: `${department}/${name}`, table, database, rows: 0, imported: 0, copied: 0 };
    time.rows += result.summary.rows;
    time.imported += together(used);
    times.set(name, time);
  }
  return [...times.values()];
}

/** Milliseconds of processor time to copy a table's rows into an empty one with its indexes and constraints. */
async function copyTable(postmaster: number, { table, database }: LayoutTime, folder: string): Promise<number> {
  const name = pg.escapeIdentifier(table);
  const rows = join(folder, 'rows.copy');
  return database.transaction(async (client) => {
    // As the importer does, leave to the table what it gives by itself, such as the id.
    const columns = await client.query<{ names: string }>(
      `SELECT string_agg(quote_ident(attname), ', ' ORDER BY attnum) AS names FROM pg_attribute
       WHERE attrelid = $1::regclass AND attnum > 0 AND NOT attisdropped AND NOT atthasdef`,
      [name],
    );
    const names = columns.rows[0]?.names ?? '';
    await pipeline(client.query(to(`COPY ${name} (${names}) TO STDOUT`)), createWriteStream(rows));
    await client.query(`CREATE TABLE bare_copy (LIKE ${name} INCLUDING ALL)`);
    const copy = () => pipeline(createReadStream(rows), client.query(from(`COPY bare_copy (${names}) FROM STDIN`)));
    const { used } = await measure(postmaster, copy);
    await client.query('DROP TABLE bare_copy');
    return together(used);
  });
}

async function measure<Result>(
  postmaster: number,
  work: () => Promise<Result>,
): Promise<{ result: Result; used: ProcessorTime }> {
  const before = processorTime([process.pid], postmaster);
  const result = await work();
  return { result, used: usedBetween(before, processorTime([process.pid], postmaster)) };
}

function print(scale: number, times: readonly LayoutTime[]): void {
  console.log(`\nImport against COPY at scale ${scale} (导入与 COPY 之比)`);
  console.log(`  ${'layout'.padEnd(46)}${'rows'.padStart(9)}  import ms    COPY ms  COPY / import`);
  const line = (name: string, rows: number, imported: number, copied: number) => {
    const numbers = [String(rows).padStart(9), imported.toFixed(0).padStart(11), copied.toFixed(0).padStart(11)];
    // Time is counted in hundredths of a second: of less than ten no ratio can be told.
    const ratio = Math.min(imported, copied) < TELLING_MILLISECONDS ? '–' : (copied / imported).toFixed(2);
    console.log(`  ${name.padEnd(46)}${numbers.join('')}${ratio.padStart(15)}`);
  };
  for (const { name, rows, imported, copied } of times) line(name, rows, imported, copied);
  const sum = (of: (time: LayoutTime) => number) => times.reduce((total, time) => total + of(time), 0);
  const [rows, imported, copied] = [sum((time) => time.rows), sum((time) => time.imported), sum((time) => time.copied)];
  line('all', rows, imported, copied);
  console.log(ratioLine('processor time, COPY / import (处理器时间比)', copied / imported, '≥ 0.25'));
}
