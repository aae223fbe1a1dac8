import { readdirSync, readFileSync } from 'node:fs';
import { getOperationAST, parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import type { Refused } from '../engine.ts';
import {
  againstGraphql,
  againstRouter,
  codesOf,
  errorPaths,
  madeUp,
  refusedOf,
  unlessUnplannable,
} from './comparison.ts';
import { wideDisagreement } from './disagreements.ts';
import { inventDistrict } from './invented-district.ts';
import { loadScenario, scenarioNames } from './scenario.ts';
import { variablesFor } from './variables-for.ts';

const OPERATIONS = 150;
const ROUTER_OPERATIONS = 60;
const SCENARIO_OPERATIONS = 5;
const root = new URL('../../../', import.meta.url);
const operations = new URL('tests/journeys/operations/', root);
const supergraphs = {
  'a small federation': (await loadScenario('facets')).supergraph,
  'the hub': readFileSync(new URL('schema/sdl/supergraph.graphql', root), 'utf8'),
};

/** Compares a range of made-up operations, as far as they are valid and the planner has a plan for them. */
async function* compareMany(
  { engine, compare }: ReturnType<typeof againstGraphql>,
  seeds: number,
  optionsOf: (seed: number) => { failures?: number; refused?: Refused },
) {
  let compared = 0;
  let unplanned = 0;
  for (let seed = seeds; compared < OPERATIONS; seed++) {
    const { source, variables, document } = madeUp(engine, seed);
    if (document !== undefined) {
      const results = await compare(source, document, variables, optionsOf(seed)).catch(unlessUnplannable);
      if (results === undefined || codesOf(results.answer)[0] === 'PLANNING_FAILED') {
        unplanned += 1;
      } else {
        compared += 1;
        yield results;
      }
    }
  }
  expect(unplanned).toBeLessThan(OPERATIONS / 50);
}

describe.each(Object.entries(supergraphs))('the engine over %s', (_name, supergraph) => {
  const comparison = againstGraphql(supergraph);

  it('answers what graphql-js answers on the merged schema', async () => {
    for await (const { source, answer, oracle } of compareMany(comparison, 0, () => ({}))) {
      expect(answer, source).toEqual(oracle);
    }
  });

  it('reports the errors of subgraphs where graphql-js reports them', async () => {
    let reported = 0;
    for await (const { source, answer, oracle } of compareMany(comparison, 1000, () => ({ failures: 0.1 }))) {
      expect(answer.data, source).toEqual(oracle.data);
      expect(errorPaths(answer), source).toEqual(errorPaths(oracle));
      reported += oracle.errors?.length ?? 0;
    }
    expect(reported).toBeGreaterThan(10);
  });

  it('answers as if refused fields failed, without ever asking for one', async () => {
    let refusals = 0;
    const refused = refusedOf(supergraph);
    for await (const { source, answer, oracle } of compareMany(comparison, 2000, (seed) => ({
      refused: refused(seed),
    }))) {
      expect(answer.data, source).toEqual(oracle.data);
      expect(codesOf(answer), source).not.toContain('REFUSED');
      refusals += codesOf(answer).length;
    }
    expect(refusals).toBeGreaterThan(10);
  });
});

describe('the engine over the hub', () => {
  const { engine, compare } = againstGraphql(supergraphs['the hub']);

  it('answers what the router runtime answers', async () => {
    const { fetch } = inventDistrict(supergraphs['the hub'])({ nulls: 0.15, failures: 0 });
    const compareWithRouter = await againstRouter(engine, supergraphs['the hub'], fetch);
    let same = 0;
    for (let seed = 3000; same < ROUTER_OPERATIONS; seed++) {
      const outcome = await compareWithRouter(seed);
      expect(outcome.kind, JSON.stringify(outcome)).not.toBe('different');
      same += outcome.kind === 'same' ? 1 : 0;
    }
  });

  it.each(
    readdirSync(operations).filter((file) => file.endsWith('.graphql')),
  )('answers %s as graphql-js', async (file) => {
    const source = readFileSync(new URL(file, operations), 'utf8');
    const document = parse(source);
    const operation = getOperationAST(document);
    const variables = operation ? variablesFor(engine.schema, operation) : {};
    const { answer, oracle } = await compare(source, document, variables, { failures: 0.05 });
    expect(answer.data).toEqual(oracle.data);
    expect(errorPaths(answer)).toEqual(errorPaths(oracle));
  });
});

describe('the engine over each small federation', () => {
  it.each(scenarioNames)('answers what the router runtime answers: %s', async (name) => {
    const { engine, supergraph, serve, reset } = await loadScenario(name);
    const compareWithRouter = await againstRouter(engine, supergraph, serve, wideDisagreement(name));
    for (let seed = 0; seed < SCENARIO_OPERATIONS; seed++) {
      reset();
      const outcome = await compareWithRouter(seed);
      expect(outcome.kind, JSON.stringify(outcome)).not.toBe('different');
    }
  });
});
