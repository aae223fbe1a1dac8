import { readdirSync } from 'node:fs';
import { join, relative } from 'node:path';

const folders = ['gateway', 'schema', 'subgraphs', 'tests', 'documents', '.ci'];
const elsewhere = new Set(['node_modules', 'generated', '.hub']);

/** The files that people write, by their path from the root; what tools generate is left out. */
export function sourceFiles(root: string): string[] {
  const found: string[] = [];
  const walk = (directory: string) => {
    for (const entry of readdirSync(directory, { withFileTypes: true })) {
      if (elsewhere.has(entry.name)) continue;
      const path = join(directory, entry.name);
      if (entry.isDirectory()) walk(path);
      else found.push(relative(root, path));
    }
  };
  for (const entry of readdirSync(root, { withFileTypes: true })) {
    if (entry.isFile()) found.push(entry.name);
    else if (folders.includes(entry.name)) walk(join(root, entry.name));
  }
  return found.sort();
}
