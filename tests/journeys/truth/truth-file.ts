import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inject } from 'vitest';
import type { TruthRow } from '../../../schema/synthetic/write-extracts.ts';

let rows: readonly TruthRow[] | undefined;

/** What the generator noted of every dirty row of the running hub's extracts. */
export function truthRows(): readonly TruthRow[] {
  const file = join(inject('runningHub').dataDirectory, 'extracts', 'truth', 'rows.ndjson');
  return (rows ??= readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as TruthRow));
}

/** What the generator noted of the running hub's district: every file with its rows. */
export function districtFile(): { files: readonly { department: string; file: string; rows: number }[] } {
  const file = join(inject('runningHub').dataDirectory, 'extracts', 'truth', 'district.json');
  return JSON.parse(readFileSync(file, 'utf8'));
}
