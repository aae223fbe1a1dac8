import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { layoutsOf } from '../extracts/discover-layouts.ts';
import { followPopulation } from '../extracts/follow-population.ts';
import { importFolder } from '../extracts/import-folder.ts';
import { LINK_DEPARTMENT, openLinkRegister } from '../extracts/open-link-register.ts';
import type { OpenRegisters } from '../register/open-databases.ts';
import { statement } from '../register/statement.ts';
import { generateDistrict } from './generate-district.ts';

export interface PrepareOptions {
  readonly registers: OpenRegisters;
  readonly dataDirectory: string;
  readonly scale: number;
  readonly seed: number;
  /** Is told what is being done, and how far it has come where that is known. */
  readonly progress: (told: { readonly what: string; readonly done?: number; readonly total?: number }) => void;
}

/** What became of the wish for a district. */
export type Prepared =
  | { readonly kind: 'prepared'; readonly rows: number; readonly quarantined: number }
  | { readonly kind: 'already-prepared' }
  /** Somebody else's data is there: nothing was generated. */
  | { readonly kind: 'not-empty' };

const anyBatch = statement<{ known: boolean }>('SELECT EXISTS (SELECT FROM exchange.import_batch) AS known');

/**
 * Generates a district and takes it in through the importer, once a data directory. What a killed process left undone
 * is done at the next call; registers that hold other data are left alone.
 */
export async function prepareDistrict(options: PrepareOptions): Promise<Prepared> {
  const { registers, dataDirectory, scale, seed, progress } = options;
  const directory = join(dataDirectory, 'extracts');
  const generated = join(directory, 'truth', 'district.json');
  const imported = join(directory, 'imported.json');
  if (existsSync(imported)) return { kind: 'already-prepared' };
  if (!existsSync(generated)) {
    if (await holdData(registers)) return { kind: 'not-empty' };
    await generateDistrict({
      scale,
      seed,
      directory,
      progress: (department, layout, rows) => progress({ what: `${department}/${layout}`, done: rows }),
    });
  }
  const link = await openLinkRegister(registers.database(LINK_DEPARTMENT), dataDirectory);
  let rows = 0;
  let quarantined = 0;
  for (const department of await populationFirst([...registers.databases.keys()])) {
    const summaries = await importFolder({
      department,
      database: registers.database(department),
      link,
      directory: join(directory, department),
      progress: (file, done, total) => progress({ what: `${department}/${file}`, done, total }),
    });
    for (const summary of summaries) {
      rows += summary.rows;
      quarantined += summary.quarantined;
    }
  }
  await followPopulation(registers.databases, link);
  writeFileSync(imported, JSON.stringify({ scale, seed }));
  return { kind: 'prepared', rows, quarantined };
}

async function holdData(registers: OpenRegisters): Promise<boolean> {
  const known = await Promise.all([...registers.databases.values()].map((database) => database.query(anyBatch, [])));
  return known.some(([batch]) => batch?.known);
}

/** Departments in the order of import: who people are, and where they live, must be known before others refer to it. */
async function populationFirst(departments: readonly string[]): Promise<string[]> {
  const withPopulation = await Promise.all(
    departments.map(async (department) => (await layoutsOf(department)).some(({ population }) => population)),
  );
  return departments.toSorted(
    (one, other) =>
      Number(withPopulation[departments.indexOf(other)]) - Number(withPopulation[departments.indexOf(one)]),
  );
}
