import { parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { disagreements } from './disagreements.ts';
import { routerRuntime } from './oracle.ts';
import { loadScenario, scenarioNames } from './scenario.ts';

for (const name of scenarioNames) {
  const { cases, run, serve, supergraph, reset } = await loadScenario(name);
  const oracle = await routerRuntime(supergraph);

  describe(`a federation with ${name.replaceAll('-', ' ')}`, () => {
    for (const one of cases) {
      const { it: says, operation, operationName, variables, labels, data, errorPaths = [], requests: expected } = one;

      it(says, async () => {
        reset();
        const { result, requests } = await run(operation, { variables, operationName, labels: new Set(labels) });
        expect(result.data).toEqual(data);
        expect(sorted((result.errors ?? []).map(({ path }) => path))).toEqual(sorted(errorPaths));
        for (const [subgraph, count] of Object.entries(expected ?? {})) {
          expect(requests.filter((request) => request.subgraph === subgraph)).toHaveLength(count);
        }
      });

      const disagreement = disagreements.find((entry) => entry.federation === name && entry.it === says);
      it(`${says}: ${disagreement === undefined ? 'so does' : 'unlike'} the router runtime`, async () => {
        reset();
        const options = { variables, operationName, labels: new Set(labels), fetch: serve };
        const answer = await oracle(parse(operation), options).catch(() => undefined);
        const found = JSON.parse(JSON.stringify(answer?.data ?? null));
        if (disagreement === undefined) {
          expect(found).toEqual(data);
        } else {
          expect(found).not.toEqual(data);
        }
      });
    }
  });
}

it('lists disagreements of existing cases alone', async () => {
  const known = await Promise.all(scenarioNames.map(loadScenario));
  const places = known.flatMap(({ name, cases }) => cases.map((one) => `${name}: ${one.it}`));
  expect(places).toEqual(expect.arrayContaining(disagreements.map((entry) => `${entry.federation}: ${entry.it}`)));
});

function sorted(paths: readonly unknown[]): string[] {
  return paths.map((path) => JSON.stringify(path)).sort();
}
