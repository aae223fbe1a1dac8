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

/** What a department holds on to while its register is open. */
export interface PreparedRegister {
  close(): Promise<void>;
}

/**
 * Does what a department's register needs before its first question, such as writing the table of purposes or finding
 * the system where its records are; answers what is to be closed before the database, if anything.
 */
export async function prepareRegister(
  department: string,
  database: Database,
  dataDirectory: string,
): Promise<PreparedRegister | null> {
  const file = join(departmentDirectory(department), 'prepare.ts');
  if (!existsSync(file)) return null;
  const { prepare } = (await import(pathToFileURL(file).href)) as {
    prepare: (database: Database, dataDirectory: string) => Promise<PreparedRegister | void>;
  };
  return (await prepare(database, dataDirectory)) ?? null;
}
