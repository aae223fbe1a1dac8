import { once } from 'node:events';
import { createWriteStream, mkdirSync, writeFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { departmentDirectory, departmentNames } from '../departments.ts';
import type { SyntheticExtract } from './synthetic-extract.ts';
import type { PersonRef, World } from './world.ts';
import { createWorld } from './world.ts';
import { writeExtract } from './write-extracts.ts';

/** What to generate, and where to. */
export interface DistrictOptions {
  readonly scale: number;
  readonly seed: number;
  readonly asOf?: string | undefined;
  readonly directory: string;
  /** Is told how many rows an extract has so far. */
  readonly progress?: (department: string, layout: string, rows: number) => void;
}

/** One file of the generated district. */
export interface GeneratedFile {
  readonly department: string;
  readonly layout: string;
  readonly file: string;
  readonly rows: number;
}

/**
 * Writes the extracts of every department that invents rows, each in its own folder below `directory`, and the truth:
 * `truth/rows.ndjson` (which row carries which dirt) and `truth/district.json` (seed, files, people to look for).
 */
export async function generateDistrict(options: DistrictOptions): Promise<readonly GeneratedFile[]> {
  const { directory, progress = () => undefined } = options;
  const world = createWorld({ scale: options.scale, seed: options.seed, asOf: options.asOf });
  mkdirSync(join(directory, 'truth'), { recursive: true });
  const truth = createWriteStream(join(directory, 'truth', 'rows.ndjson'));
  const files: GeneratedFile[] = [];
  for (const department of departmentNames()) {
    for (const extract of await syntheticExtractsOf(department)) {
      const { name } = extract.layout;
      const written = await writeExtract(
        world,
        department,
        extract,
        join(directory, department),
        (row) => void truth.write(`${JSON.stringify(row)}\n`),
        (rows) => progress(department, name, rows),
      );
      for (const { file, rows } of written.files) files.push({ department, layout: name, file, rows });
    }
  }
  truth.end();
  await once(truth, 'finish');
  writeFileSync(join(directory, 'truth', 'district.json'), JSON.stringify(describe(world, files), null, 2));
  return files;
}

/** The extracts that a department's `synthetic/` room invents, in the order of their names. */
export async function syntheticExtractsOf(department: string): Promise<SyntheticExtract[]> {
  const room = join(departmentDirectory(department), 'synthetic');
  const names = await readdir(room).catch(() => [] as string[]);
  const modules = await Promise.all(
    names
      .filter((name) => name.endsWith('.ts'))
      .sort()
      .map((name) => import(pathToFileURL(join(room, name)).href) as Promise<Record<string, unknown>>),
  );
  return modules.flatMap((module) => Object.values(module).filter(isSyntheticExtract));
}

const isSyntheticExtract = (value: unknown): value is SyntheticExtract =>
  typeof value === 'object' && value !== null && 'layout' in value && 'rows' in value;

function describe(world: World, files: readonly GeneratedFile[]) {
  const { everythingAll: all, ...notable } = world.notable;
  const person = ({ family, person: index }: PersonRef) => world.family(family).people[index];
  return {
    scale: world.scale,
    seed: world.seed,
    asOf: world.asOf,
    files,
    notable: Object.fromEntries(
      Object.entries(notable).map(([name, ref]) => [name, { ...ref, idNumber: person(ref)?.idNumber }]),
    ),
    supportCases: all.map(({ matter }) => world.matter(matter).number),
  };
}
