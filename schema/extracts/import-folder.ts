import { readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Database } from '../register/database.ts';
import { layoutsOf } from './discover-layouts.ts';
import { importExtract } from './import-extract.ts';
import type { BatchSummary, LinkRegister } from './link-register.ts';
import { sortByLayout } from './sort-by-layout.ts';

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
  for (const path of await sortByLayout(files.map((file) => join(directory, file)).sort(), department, layouts)) {
    const outcome = await importExtract({
      department,
      layouts,
      database,
      link,
      file: path,
      progress: (bytesRead, bytesTotal) => progress(basename(path), bytesRead, bytesTotal),
    });
    if (outcome.kind !== 'imported') continue;
    if (outcome.deliveryFailure) throw outcome.deliveryFailure;
    summaries.push(outcome.summary);
  }
  return summaries;
}
