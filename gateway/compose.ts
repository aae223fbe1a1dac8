import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { Command } from 'commander';
import { print } from 'graphql';
import { departmentNames } from '../schema/departments.ts';
import { loadSubgraph } from '../schema/load-subgraph.ts';
import { composeSupergraph } from './plan/compose.ts';

const { check = false } = new Command('compose')
  .description('Writes the SDL of every department and the supergraph to schema/sdl (生成子图与超图).')
  .option('--check', 'write nothing; fail where a file is not what the departments say now (仅检查)')
  .parse()
  .opts<{ check?: boolean }>();

const folder = resolve(import.meta.dirname, '..', 'schema', 'sdl');
mkdirSync(folder, { recursive: true });
const subgraphs = await Promise.all(
  departmentNames().map(async (name) => ({ name, typeDefs: (await loadSubgraph(name)).typeDefs })),
);
const files = new Map(subgraphs.map(({ name, typeDefs }) => [`${name}.graphql`, `${print(typeDefs)}\n`]));
files.set('supergraph.graphql', composeSupergraph(subgraphs));

const stale = [...files].filter(([name, text]) => {
  const file = join(folder, name);
  return !existsSync(file) || readFileSync(file, 'utf8') !== text;
});
if (!check) for (const [name, text] of stale) writeFileSync(join(folder, name), text);
for (const [name] of stale)
  console.log(`${check ? 'stale' : 'written'}  ${relative(process.cwd(), join(folder, name))}`);
if (check && stale.length > 0) {
  console.error('The SDL is not what the departments say: run `npm run compose` and review the difference.');
  process.exitCode = 1;
}
