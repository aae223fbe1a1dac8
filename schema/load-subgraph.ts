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
  const module = await departmentModule<{
    prepare: (database: Database, dataDirectory: string) => Promise<PreparedRegister | void>;
  }>(department, 'prepare.ts');
  return (await module?.prepare(database, dataDirectory)) ?? null;
}

/** A module that a department's folder may hold; null where it does not. */
export async function departmentModule<Module>(department: string, name: string): Promise<Module | null> {
  const file = join(departmentDirectory(department), name);
  return existsSync(file) ? ((await import(pathToFileURL(file).href)) as Module) : null;
}
