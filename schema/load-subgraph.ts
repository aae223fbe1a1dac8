import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { departmentDirectory } from './departments.ts';
import type { SubgraphSchema } from './kit/federation.ts';
import type { Database } from './register/database.ts';

/** Loads a department's part of the graph from its folder. */
export async function loadSubgraph(department: string): Promise<SubgraphSchema> {
  const file = join(departmentDirectory(department), 'subgraph.ts');
  const { subgraph } = (await import(pathToFileURL(file).href)) as { subgraph: SubgraphSchema };
  return subgraph;
}

/** Does what a department's register needs before its first question, such as writing the table of purposes. */
export async function prepareRegister(department: string, database: Database, dataDirectory: string): Promise<void> {
  const file = join(departmentDirectory(department), 'prepare.ts');
  if (!existsSync(file)) return;
  const { prepare } = (await import(pathToFileURL(file).href)) as {
    prepare: (database: Database, dataDirectory: string) => Promise<void>;
  };
  await prepare(database, dataDirectory);
}
