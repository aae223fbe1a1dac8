import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { departmentDirectory, departmentNames } from '../departments.ts';

const schemaDirectory = resolve(import.meta.dirname, '..');

/** Every folder that holds a schema.prisma: one a department, and those of the kit's own tables. */
export function prismaDirectories(): string[] {
  const rooms = readdirSync(schemaDirectory, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return [...departmentNames().map(departmentDirectory), ...rooms.map(({ name }) => join(schemaDirectory, name))]
    .map((directory) => join(directory, 'prisma'))
    .filter((directory) => existsSync(join(directory, 'schema.prisma')));
}
