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

/** Writes the rows that a department cannot do without, such as the table of purposes; known rows stay as they are. */
export async function seedRegister(department: string, database: Database): Promise<void> {
  const file = join(departmentDirectory(department), 'seed.ts');
  if (!existsSync(file)) return;
  const { seed } = (await import(pathToFileURL(file).href)) as { seed: (database: Database) => Promise<void> };
  await seed(database);
}
