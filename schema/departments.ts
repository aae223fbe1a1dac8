import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const subgraphsDirectory = join(import.meta.dirname, '..', 'subgraphs');
const marks = ['subgraph.ts', join('prisma', 'schema.prisma')];

/** The names of all departments, sorted: every folder under subgraphs/ with a subgraph or a Prisma schema is one. */
export function departmentNames(): string[] {
  if (!existsSync(subgraphsDirectory)) return [];
  return readdirSync(subgraphsDirectory, { withFileTypes: true })
    .filter(
      (entry) => entry.isDirectory() && marks.some((mark) => existsSync(join(subgraphsDirectory, entry.name, mark))),
    )
    .map((entry) => entry.name)
    .sort();
}

/** The absolute path of a department's folder. */
export function departmentDirectory(department: string): string {
  return join(subgraphsDirectory, department);
}

/** The prefix of a department's environment variables: `public-security` has `PUBLIC_SECURITY`. */
export function environmentPrefix(department: string): string {
  return department.toUpperCase().replaceAll('-', '_');
}
