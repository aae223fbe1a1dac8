import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { layoutsOf } from '../../schema/extracts/discover-layouts.ts';
import { importExtract } from '../../schema/extracts/import-extract.ts';
import { MemoryLinkRegister } from '../../schema/extracts/tests/sample/memory-link-register.ts';
import { SubgraphContext } from '../../schema/kit/context.ts';
import type { SubgraphSchema } from '../../schema/kit/federation.ts';
import { type InProcessAnswer, inProcessSubgraph } from '../../schema/kit/in-process-subgraph.ts';
import { ringOfSecrets } from '../../schema/kit/keys/secret-ring.ts';
import type { Viewer } from '../../schema/kit/viewer.ts';
import { prepareRegister } from '../../schema/load-subgraph.ts';
import type { Database } from '../../schema/register/database.ts';
import { scratchRegister } from '../../schema/register/tests/scratch-register.ts';
import { syntheticExtractsOf } from '../../schema/synthetic/generate-district.ts';
import { residenceCode } from '../../schema/synthetic/residence.ts';
import { createWorld, type PersonRef, type World } from '../../schema/synthetic/world.ts';
import { writeExtract } from '../../schema/synthetic/write-extracts.ts';

/** A department's register that took in the extracts of an invented district, and its subgraph over it. */
export interface ImportedRegister {
  readonly world: World;
  readonly database: Database;
  /** Where the department keeps what is not in its database. */
  readonly dataDirectory: string;
  /** The id that the link register gave somebody. */
  personId(person: PersonRef): string;
  ask(document: string, viewer: Viewer, variables?: Readonly<Record<string, unknown>>): Promise<Answer>;
  contextOf(viewer: Viewer): SubgraphContext;
  close(): Promise<void>;
}

/** An answer with what it took. */
export interface Answer extends InProcessAnswer {
  // biome-ignore lint/suspicious/noExplicitAny: the shape is the test's own query.
  readonly data: any;
  /** Statements that the register was sent. */
  readonly statements: readonly string[];
  /** Codes of the errors. */
  readonly codes: readonly unknown[];
}

/** Writes a department's extracts of a small world, dirt and all, and takes them in. Close it when the tests are done. */
export async function importedRegister(
  department: string,
  subgraph: SubgraphSchema,
  { scale = 0.002, seed = 1 }: { readonly scale?: number; readonly seed?: number } = {},
): Promise<ImportedRegister> {
  const world = createWorld({ scale, seed });
  const { database, close } = await scratchRegister(department);
  const dataDirectory = mkdtempSync(join(tmpdir(), 'governance-hub-department-'));
  const prepared = await prepareRegister(department, database, dataDirectory);
  const link = new MemoryLinkRegister();
  const ids = await linkEverybody(world, link);
  const folder = mkdtempSync(join(tmpdir(), 'governance-hub-extracts-'));
  try {
    await takeIn(department, world, database, link, folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  const served = inProcessSubgraph(department, subgraph, database, ringOfSecrets(Buffer.alloc(32, 1)));
  return {
    world,
    database,
    dataDirectory,
    personId: ({ family, person }) => ids.get(`${family}/${person}`) as string,
    async ask(document, viewer, variables) {
      const watch = database.watch();
      const answer = await served.execute({ document, variables, viewer });
      watch.stop();
      const codes = (answer.errors ?? []).map(({ extensions }) => extensions.code);
      return { ...answer, data: answer.data, statements: watch.texts, codes };
    },
    contextOf: (viewer) => new SubgraphContext(viewer, database, ringOfSecrets(Buffer.alloc(32, 1))),
    async close() {
      await prepared?.close();
      await close();
      rmSync(dataDirectory, { recursive: true, force: true });
    },
  };
}

/** Gives everybody an id and an area, as the population register would have. */
async function linkEverybody(world: World, link: MemoryLinkRegister): Promise<ReadonlyMap<string, string>> {
  const ids = new Map<string, string>();
  for (let index = 0; index < world.families; index++) {
    const family = world.family(index);
    const numbers = family.people.map(({ idNumber }) => ({ kind: 'RESIDENT_ID' as const, canonical: idNumber }));
    for (const [person, id] of (await link.persons(numbers)).entries()) {
      ids.set(`${index}/${person}`, id);
      const areaCode = residenceCode(world, family, family.people[person] as (typeof family.people)[number]);
      await link.publishAreas([{ person: id, areaCode }]);
    }
  }
  return ids;
}

async function takeIn(department: string, world: World, database: Database, link: MemoryLinkRegister, folder: string) {
  const layouts = await layoutsOf(department);
  const extracts = await syntheticExtractsOf(department);
  for (const layout of layouts) {
    const extract = extracts.find((one) => one.layout === layout);
    if (!extract) throw new Error(`Expected ${department} to invent rows for its layout ${layout.name}.`);
    const { files } = await writeExtract(
      world,
      department,
      extract,
      folder,
      () => undefined,
      () => undefined,
    );
    for (const { file } of files) {
      await importExtract({ department, layouts, database, link, file: join(folder, file) });
    }
  }
}
