import { readdirSync, readFileSync } from 'node:fs';
import { type DocumentNode, type ExecutionResult, execute, getOperationAST, parse, validate } from 'graphql';
import { describe, expect, it } from 'vitest';
import { createEngine, type Refused } from '../engine.ts';
import { federation, refusing, type TestSubgraph } from './federation.ts';
import { inventDistrict, keyFieldByEntity } from './invented-district.ts';
import { randomOperation } from './random-operation.ts';
import { hashOf, seededRandom } from './seeded-random.ts';
import { variablesFor } from './variables-for.ts';

const OPERATIONS = 150;
const root = new URL('../../../', import.meta.url);
const operations = new URL('tests/journeys/operations/', root);
const supergraphs = {
  'a small federation': await testFederation('facets'),
  'the hub': readFileSync(new URL('schema/sdl/supergraph.graphql', root), 'utf8'),
};

/** Runs operations in the engine and, as the oracle, by graphql-js on the merged schema. */
function comparison(supergraph: string) {
  const engine = createEngine({ supergraph });
  const invent = inventDistrict(supergraph);

  async function compare(
    source: string,
    document: DocumentNode,
    variables: Record<string, unknown>,
    { failures = 0, refused = refusing({}) }: { failures?: number; refused?: Refused },
  ) {
    const isRefused = (type: string, field: string) => refused.refusalOf(type, field) !== undefined;
    const { fetch, resolve } = invent({ nulls: 0.15, failures }, isRefused);
    const prepared = engine.prepare(document, source, undefined, refused);
    const answer = await engine.execute(prepared, variables, fetch);
    const oracle = await execute({
      schema: engine.schema,
      document,
      variableValues: variables,
      fieldResolver: resolve as never,
    });
    return { source, answer: plain(answer), oracle: plain(oracle) };
  }

  /** Compares a range of made-up operations, as far as they are valid and the planner has a plan for them. */
  async function* compareMany(seeds: number, optionsOf: (seed: number) => { failures?: number; refused?: Refused }) {
    let compared = 0;
    let unplanned = 0;
    for (let seed = seeds; compared < OPERATIONS; seed++) {
      const { source, variables } = randomOperation(engine.schema, seededRandom(seed));
      const document = parse(source);
      if (validate(engine.schema, document).length === 0) {
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

  return { engine, compare, compareMany };
}

describe.each(Object.entries(supergraphs))('the engine over %s', (_name, supergraph) => {
  const { compareMany } = comparison(supergraph);
  const keys = keyFieldByEntity(supergraph);

  it('answers what graphql-js answers on the merged schema', async () => {
    for await (const { source, answer, oracle } of compareMany(0, () => ({}))) {
      expect(answer, source).toEqual(oracle);
    }
  });

  it('reports the errors of subgraphs where graphql-js reports them', async () => {
    let reported = 0;
    for await (const { source, answer, oracle } of compareMany(1000, () => ({ failures: 0.1 }))) {
      expect(answer.data, source).toEqual(oracle.data);
      expect(errorPaths(answer), source).toEqual(errorPaths(oracle));
      reported += oracle.errors?.length ?? 0;
    }
    expect(reported).toBeGreaterThan(10);
  });

  it('answers as if refused fields failed, without ever asking for one', async () => {
    let refusals = 0;
    const refusedOf = (seed: number): Refused => ({
      key: `seed ${seed}`,
      refusalOf: (type, field) =>
        keys.get(type) !== field && hashOf(`${seed} ${type}.${field}`) % 5 === 0 ? 'FORBIDDEN' : undefined,
    });
    for await (const { source, answer, oracle } of compareMany(2000, (seed) => ({ refused: refusedOf(seed) }))) {
      expect(answer.data, source).toEqual(oracle.data);
      expect(codesOf(answer), source).not.toContain('REFUSED');
      refusals += codesOf(answer).length;
    }
    expect(refusals).toBeGreaterThan(10);
  });
});

describe('the engine over the hub', () => {
  const { engine, compare } = comparison(supergraphs['the hub']);

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

/** The planner has no plan for a computed field below itself; the client hears so. */
function unlessUnplannable(error: { extensions?: Record<string, unknown> }): undefined {
  if (error.extensions?.code !== 'PLANNING_FAILED') {
    throw error;
  }
}

async function testFederation(name: string): Promise<string> {
  const directory = new URL(`./federations/${name}/`, import.meta.url);
  const subgraphs: TestSubgraph[] = [];
  for (const file of readdirSync(directory).filter((one) => one.endsWith('.subgraph.ts'))) {
    subgraphs.push((await import(new URL(file, directory).pathname)).subgraph);
  }
  return federation(subgraphs).supergraph;
}

function codesOf({ errors }: ExecutionResult): unknown[] {
  return (errors ?? []).map(({ extensions }) => extensions?.code);
}

function errorPaths({ errors }: ExecutionResult): string[] {
  return [...new Set((errors ?? []).map(({ path }) => JSON.stringify(path)))].sort();
}

function plain(result: ExecutionResult): ExecutionResult {
  return JSON.parse(JSON.stringify(result)) as ExecutionResult;
}
