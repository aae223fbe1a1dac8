import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { departmentDirectory, departmentNames } from '../departments.ts';
import type { ExtractLayout } from './layout.ts';
import type { DepartmentLayout } from './recognise-layout.ts';

const DEFAULT_ORDER = 10;

/** The layouts that a department's folder declares, in the order of import. */
export async function layoutsOf(department: string): Promise<ExtractLayout[]> {
  const folder = join(departmentDirectory(department), 'extracts');
  if (!existsSync(folder)) return [];
  const files = readdirSync(folder).filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'));
  const modules = await Promise.all(files.map((file) => import(pathToFileURL(join(folder, file)).href)));
  return modules
    .flatMap((module: object) => Object.values(module).filter(isLayout))
    .sort((one, other) => orderOf(one) - orderOf(other) || (one.name < other.name ? -1 : 1));
}

/** The layouts of all departments. */
export async function allLayouts(): Promise<DepartmentLayout[]> {
  const found = departmentNames().map(async (department) =>
    (await layoutsOf(department)).map((layout) => ({ department, layout })),
  );
  return (await Promise.all(found)).flat();
}

/** Where a layout stands in the order of import. */
export const orderOf = (layout: ExtractLayout): number => layout.order ?? DEFAULT_ORDER;

function isLayout(value: unknown): value is ExtractLayout {
  return (
    typeof value === 'object' && value !== null && 'catalogueId' in value && 'columns' in value && 'table' in value
  );
}
