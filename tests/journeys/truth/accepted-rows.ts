import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { syntheticExtractsOf } from '../../../schema/synthetic/generate-district.ts';
import type { SyntheticRow } from '../../../schema/synthetic/synthetic-extract.ts';
import { type TruthRow, writeExtract } from '../../../schema/synthetic/write-extracts.ts';
import { theWorld } from './world.ts';

/** A row as it was before dirt fell on it, and all the dirt that it carries. */
export interface KnownRow {
  readonly row: SyntheticRow;
  readonly dirt: readonly TruthRow[];
}

/** A department's extract, row by row. */
export interface KnownExtract {
  readonly department: string;
  readonly layout: string;
  readonly rows: readonly KnownRow[];
}

const known = new Map<string, Promise<readonly KnownExtract[]>>();

/** A department's extracts with the dirt of each row, by writing them once more. */
export function knownExtracts(department: string): Promise<readonly KnownExtract[]> {
  const made = known.get(department) ?? writeAgain(department);
  known.set(department, made);
  return made;
}

/** The rows of a layout that an importer must accept, as they were before dirt fell on them. */
export async function acceptedRows(department: string, layout: string): Promise<readonly SyntheticRow[]> {
  const extract = (await knownExtracts(department)).find((one) => one.layout === layout);
  if (!extract) throw new Error(`Expected ${department} to have a layout ${layout}.`);
  return extract.rows.filter(({ dirt }) => !isRejected(dirt)).map(({ row }) => row);
}

/** Whether a row with this dirt is set aside; of a row that came twice, the first is taken. */
export const isRejected = (dirt: readonly TruthRow[]): boolean =>
  dirt.some((one) => one.class === 'rejectable' && one.kind !== 'duplicate-row');

async function writeAgain(department: string): Promise<readonly KnownExtract[]> {
  const world = theWorld();
  const folder = mkdtempSync(join(tmpdir(), 'governance-hub-truth-'));
  const extracts: KnownExtract[] = [];
  try {
    for (const { layout, rows } of await syntheticExtractsOf(department)) {
      const written: { row: SyntheticRow; dirt: TruthRow[] }[] = [];
      const noting = {
        layout,
        *rows(of: typeof world) {
          for (const row of rows(of)) {
            written.push({ row, dirt: [] });
            yield row;
          }
        },
      };
      // The writer tells a row's dirt while it holds the row, so the newest row is the one it speaks of.
      const note = (truth: TruthRow) => void written.at(-1)?.dirt.push(truth);
      await writeExtract(world, department, noting, folder, note, () => undefined);
      extracts.push({ department, layout: layout.name, rows: written });
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return extracts;
}
