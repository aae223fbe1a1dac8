import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { type ExecutionResult, execute, parse, validate } from 'graphql';
import { describe, expect, it } from 'vitest';
import { createEngine, type Refused } from '../engine.ts';
import { federation, refusing, type TestSubgraph } from './federation.ts';
import { inventDistrict, keyFieldByEntity } from './invented-district.ts';
import { randomOperation } from './random-operation.ts';
import { hashOf, seededRandom } from './seeded-random.ts';

const OPERATIONS = 200;
const committed = new URL('../../../schema/sdl/supergraph.graphql', import.meta.url);
const facets = await testFederation('facets');
const supergraphs = existsSync(committed) ? { facets, 'the hub': readFileSync(committed, 'utf8') } : { facets };

describe.each(Object.entries(supergraphs))('the engine over %s', (_name, supergraph) => {
  const engine = createEngine({ supergraph });
  const invent = inventDistrict(supergraph);
  const keys = keyFieldByEntity(supergraph);

  /** Runs a made-up operation in the engine and, as the oracle, by graphql-js on the merged schema. */
  async function both(seed: number, failures: number, refused: Refused) {
    const { source, variables } = randomOperation(engine.schema, seededRandom(seed));
    const document = parse(source);
    if (validate(engine.schema, document).length > 0) {
      return undefined;
    }
    const isRefused = (type: string, field: string) => refused.refusalOf(type, field) !== undefined;
    const { fetch, resolve } = invent({ nulls: 0.15, failures }, isRefused);
    const oracle = await execute({
      schema: engine.schema,
      document,
      variableValues: variables,
      fieldResolver: resolve as never,
    });
    const answer = await engine.execute(engine.prepare(document, source, undefined, refused), variables, fetch);
    return { source, answer: plain(answer), oracle: plain(oracle) };
  }

  it('answers what graphql-js answers on the merged schema', async () => {
    let compared = 0;
    for (let seed = 0; seed < OPERATIONS; seed++) {
      const results = await both(seed, 0, refusing({}));
      if (results !== undefined) {
        expect(results.answer, results.source).toEqual(results.oracle);
        compared += 1;
      }
    }
    expect(compared).toBeGreaterThan(OPERATIONS / 2);
  });

  it('reports the errors of subgraphs where graphql-js reports them', async () => {
    let reported = 0;
    for (let seed = 1000; seed < 1000 + OPERATIONS; seed++) {
      const results = await both(seed, 0.1, refusing({}));
      if (results !== undefined) {
        expect(results.answer.data, results.source).toEqual(results.oracle.data);
        expect(errorPaths(results.answer), results.source).toEqual(errorPaths(results.oracle));
        reported += results.oracle.errors?.length ?? 0;
      }
    }
    expect(reported).toBeGreaterThan(10);
  });

  it('answers as if refused fields failed, without ever asking for one', async () => {
    let refusals = 0;
    for (let seed = 2000; seed < 2000 + OPERATIONS; seed++) {
      const refused: Refused = {
        key: `seed ${seed}`,
        refusalOf: (type, field) =>
          keys.get(type) !== field && hashOf(`${seed} ${type}.${field}`) % 5 === 0 ? 'FORBIDDEN' : undefined,
      };
      const results = await both(seed, 0, refused);
      if (results !== undefined) {
        expect(results.answer.data, results.source).toEqual(results.oracle.data);
        const codes = (results.answer.errors ?? []).map(({ extensions }) => extensions?.code);
        expect(
          codes.filter((code) => code === 'REFUSED'),
          results.source,
        ).toEqual([]);
        refusals += codes.length;
      }
    }
    expect(refusals).toBeGreaterThan(10);
  });
});

async function testFederation(name: string): Promise<string> {
  const directory = new URL(`./federations/${name}/`, import.meta.url);
  const subgraphs: TestSubgraph[] = [];
  for (const file of readdirSync(directory).filter((one) => one.endsWith('.subgraph.ts'))) {
    subgraphs.push((await import(new URL(file, directory).pathname)).subgraph);
  }
  return federation(subgraphs).supergraph;
}

function errorPaths({ errors }: ExecutionResult): string[] {
  return [...new Set((errors ?? []).map(({ path }) => JSON.stringify(path)))].sort();
}

function plain(result: ExecutionResult): ExecutionResult {
  return JSON.parse(JSON.stringify(result)) as ExecutionResult;
}
