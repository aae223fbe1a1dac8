import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Database } from '../register/database.ts';
import { layoutsOf, orderOf } from './discover-layouts.ts';
import { importExtract } from './import-extract.ts';
import type { ExtractLayout } from './layout.ts';
import type { BatchSummary, LinkRegister } from './link-register.ts';

export interface FolderImport {
  readonly department: string;
  readonly database: Database;
  readonly link: LinkRegister;
  readonly directory: string;
  readonly progress?: (file: string, bytesRead: number, bytesTotal: number) => void;
}

/** Takes in every CSV file of a department's folder, in the order of its layouts; answers the batches that are new. */
export async function importFolder({
  department,
  database,
  link,
  directory,
  progress = () => undefined,
}: FolderImport): Promise<BatchSummary[]> {
  const layouts = await layoutsOf(department);
  const files = (await readdir(directory).catch(() => [] as string[])).filter((file) => file.endsWith('.csv'));
  const summaries: BatchSummary[] = [];
  for (const file of files.sort(
    (one, other) => placeOf(one, layouts) - placeOf(other, layouts) || compare(one, other),
  )) {
    const outcome = await importExtract({
      department,
      layouts,
      database,
      link,
      file: join(directory, file),
      progress: (bytesRead, bytesTotal) => progress(file, bytesRead, bytesTotal),
    });
    if (outcome.kind !== 'imported') continue;
    if (outcome.deliveryFailure) throw outcome.deliveryFailure;
    summaries.push(outcome.summary);
  }
  return summaries;
}

/** Where a file stands in the order of import, by the name that its layout gives its files. */
function placeOf(file: string, layouts: readonly ExtractLayout[]): number {
  const place = layouts.findIndex(({ fileName }) => file.startsWith(fileName.replace(/\.\w+$/, '')));
  const layout = layouts[place];
  return layout ? orderOf(layout) * layouts.length + place : Number.MAX_SAFE_INTEGER;
}

/** By name without its ending, so that a supplement comes after what it supplements. */
const compare = (one: string, other: string): number => (stem(one) < stem(other) ? -1 : 1);
const stem = (file: string): string => file.replace(/\.\w+$/, '');
