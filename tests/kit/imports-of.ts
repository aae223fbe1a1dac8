const comments = /\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm;
const specifiers =
  /(?:^|[;\s}])(?:import|export)\s+(?:type\s+)?(?:[\w*{}\s,$]+?\s+from\s+)?['"]([^'"\n]+)['"]|\bimport\(\s*['"]([^'"\n]+)['"]/g;

/** What a module imports or re-exports by name, as it is written there. */
export function importsOf(text: string): string[] {
  return [...text.replace(comments, '').matchAll(specifiers)].map((match) => match[1] ?? match[2] ?? '');
}
