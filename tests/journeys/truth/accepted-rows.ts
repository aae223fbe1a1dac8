import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { syntheticExtractsOf } from '../../../schema/synthetic/generate-district.ts';
import type { SyntheticExtract, SyntheticRow } from '../../../schema/synthetic/synthetic-extract.ts';
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

const known = new Map<string, Promise<KnownExtract>>();

/** An extract with the dirt of each row, by writing it once more. */
export async function knownExtract(department: string, layout: string): Promise<KnownExtract> {
  const key = `${department}/${layout}`;
  const extract = (await syntheticExtractsOf(department)).find((one) => one.layout.name === layout);
  if (!extract) throw new Error(`Expected ${department} to have a layout ${layout}.`);
  const made = known.get(key) ?? writeAgain(department, extract);
  known.set(key, made);
  return made;
}

/** All of a department's extracts with the dirt of each row. */
export async function knownExtracts(department: string): Promise<readonly KnownExtract[]> {
  const extracts: KnownExtract[] = [];
  for (const { layout } of await syntheticExtractsOf(department)) {
    extracts.push(await knownExtract(department, layout.name));
  }
  return extracts;
}

/** The rows of a layout that an importer must accept, as they were before dirt fell on them. */
export async function acceptedRows(department: string, layout: string): Promise<readonly SyntheticRow[]> {
  const { rows } = await knownExtract(department, layout);
  return rows.filter(({ dirt }) => !isRejected(dirt)).map(({ row }) => row);
}

/** Whether a row with this dirt is set aside; of a row that came twice, the first is taken. */
export const isRejected = (dirt: readonly TruthRow[]): boolean =>
  dirt.some((one) => one.class === 'rejectable' && one.kind !== 'duplicate-row');

async function writeAgain(department: string, { layout, rows }: SyntheticExtract): Promise<KnownExtract> {
  const world = theWorld();
  const folder = mkdtempSync(join(tmpdir(), 'governance-hub-truth-'));
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
  try {
    // The writer tells a row's dirt while it holds the row, so the newest row is the one it speaks of.
    const note = (truth: TruthRow) => void written.at(-1)?.dirt.push(truth);
    await writeExtract(world, department, noting, folder, note, () => undefined);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return { department, layout: layout.name, rows: written };
}
