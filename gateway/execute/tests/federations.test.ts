import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { federation, type TestSubgraph } from './federation.ts';
import type { FederationCase } from './federation-case.ts';

const directory = new URL('./federations/', import.meta.url);

for (const scenario of readdirSync(directory).sort()) {
  const files = readdirSync(new URL(`${scenario}/`, directory)).filter((file) => file.endsWith('.subgraph.ts'));
  const subgraphs: TestSubgraph[] = [];
  for (const file of files) {
    subgraphs.push((await import(new URL(`${scenario}/${file}`, directory).pathname)).subgraph);
  }
  const { cases } = (await import(new URL(`${scenario}/cases.ts`, directory).pathname)) as { cases: FederationCase[] };

  describe(`a federation with ${scenario.replaceAll('-', ' ')}`, () => {
    const { run } = federation(subgraphs);

    for (const { it: name, operation, variables, data, errorPaths = [], requests: expected } of cases) {
      it(name, async () => {
        const { result, requests } = await run(operation, { variables });
        expect(result.data).toEqual(data);
        expect(sorted((result.errors ?? []).map(({ path }) => path))).toEqual(sorted(errorPaths));
        for (const [subgraph, count] of Object.entries(expected ?? {})) {
          expect(requests.filter((request) => request.subgraph === subgraph)).toHaveLength(count);
        }
      });
    }
  });
}

function sorted(paths: readonly unknown[]): string[] {
  return paths.map((path) => JSON.stringify(path)).sort();
}
