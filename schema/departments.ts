import { existsSync, readdirSync, readFileSync } from 'node:fs';
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

/** What people call a department, Chinese, then English, parted by a bar: the title of its README. */
export function departmentTitle(department: string): string {
  const file = join(subgraphsDirectory, department, 'README.md');
  const title = existsSync(file) ? readFileSync(file, 'utf8').split('\n', 1)[0] : undefined;
  const [, english, chinese] = /^# ([^(]+) \(([^)]+)\)$/.exec(title ?? '') ?? [];
  return chinese ? `${chinese}|${english}` : department;
}
