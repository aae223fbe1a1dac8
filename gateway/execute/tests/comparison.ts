import { type DocumentNode, type ExecutionResult, execute, parse, validate } from 'graphql';
import { createEngine, type Engine, type Refused, type SubgraphFetch } from '../engine.ts';
import { refusing } from './federation.ts';
import { inventDistrict, keyFieldByEntity } from './invented-district.ts';
import { routerRuntime } from './oracle.ts';
import { type OperationStyle, randomOperation } from './random-operation.ts';
import { hashOf, seededRandom } from './seeded-random.ts';

/** How an operation is run against its oracle. */
export interface ComparisonOptions {
  /** The share of nullable fields that throw. */
  readonly failures?: number;
  readonly refused?: Refused;
}

/** What came of one operation. */
export type Outcome =
  | { readonly kind: 'same' | 'invalid' | 'unplanned'; readonly source: string }
  | { readonly kind: 'explained'; readonly source: string; readonly reason: string }
  | { readonly kind: 'different'; readonly source: string; readonly answer: unknown; readonly oracle: unknown };

const NOTHING = refusing({});

/**
 * What the router runtime can be trusted with: it joins lists under one response key end to end, takes aliases for the
 * fields of their name, and its planner writes documents with conditions that do not parse.
 */
const ROUTER_STYLE: OperationStyle = { conditions: false, fieldAliases: false, repeats: false };

/** Runs operations in the engine and by graphql-js on the merged schema, over an invented district. */
export function againstGraphql(supergraph: string) {
  const engine = createEngine({ supergraph });
  const invent = inventDistrict(supergraph);

  return {
    engine,
    async compare(
      source: string,
      document: DocumentNode,
      variables: Record<string, unknown>,
      { failures = 0, refused = NOTHING }: ComparisonOptions,
    ) {
      const isRefused = (type: string, field: string) => refused.refusalOf(type, field) !== undefined;
      const { fetch, resolve } = invent({ nulls: 0.15, failures }, isRefused);
      const answer = await engineAnswer(engine, source, document, variables, refused, fetch);
      const fieldResolver = resolve as never;
      const oracle = await execute({ schema: engine.schema, document, variableValues: variables, fieldResolver });
      return { source, answer: plain(answer), oracle: plain(oracle), fetch };
    },
  };
}

/**
 * Runs a made-up operation in the engine and in Hive's router runtime, with the same subgraphs; `wide` explains all
 * differences where the router is known to be wrong about the federation.
 */
export async function againstRouter(
  engine: Engine,
  supergraph: string,
  fetch: SubgraphFetch,
  wide?: string,
): Promise<(seed: number) => Promise<Outcome>> {
  const oracle = await routerRuntime(supergraph);
  return async (seed) => {
    const { source, variables, document } = madeUp(engine, seed, ROUTER_STYLE);
    if (document === undefined) {
      return { kind: 'invalid', source };
    }
    const answer = await engineAnswer(engine, source, document, variables, NOTHING, fetch).catch(unlessUnplannable);
    if (answer === undefined || codesOf(answer)[0] === 'PLANNING_FAILED') {
      return { kind: 'unplanned', source };
    }
    const other = await oracle(document, { variables, fetch }).catch((error: Error) => ({ thrown: error.message }));
    const found = plain(answer);
    if ('thrown' in other) {
      return { kind: 'explained', source, reason: `the router threw: ${other.thrown.slice(0, 60)}` };
    }
    const expected = plain(other);
    if (JSON.stringify(found.data) === JSON.stringify(expected.data)) {
      return { kind: 'same', source };
    }
    if (wide !== undefined) {
      return { kind: 'explained', source, reason: wide };
    }
    return expected.errors === undefined
      ? { kind: 'different', source, answer: found, oracle: expected }
      : { kind: 'explained', source, reason: 'there are errors, whose nulls the router propagates otherwise' };
  };
}

/** A made-up operation of this seed; its document is undefined where it is not valid. */
export function madeUp(engine: Engine, seed: number, style?: OperationStyle) {
  const { source, variables } = randomOperation(engine.schema, seededRandom(seed), style);
  const document = parse(source);
  return { source, variables, document: validate(engine.schema, document).length === 0 ? document : undefined };
}

/** Refuses a fifth of all fields but keys, by seed. */
export function refusedOf(supergraph: string): (seed: number) => Refused {
  const keys = keyFieldByEntity(supergraph);
  return (seed) => ({
    key: `seed ${seed}`,
    refusalOf: (type, field) =>
      keys.get(type) !== field && hashOf(`${seed} ${type}.${field}`) % 5 === 0 ? 'FORBIDDEN' : undefined,
  });
}

/** The planner has no plan for a computed field below itself; the client hears so. */
export function unlessUnplannable(error: { extensions?: Record<string, unknown> }): undefined {
  if (error.extensions?.code !== 'PLANNING_FAILED') {
    throw error;
  }
}

/** The codes of a result's errors. */
export function codesOf({ errors }: ExecutionResult): unknown[] {
  return (errors ?? []).map(({ extensions }) => extensions?.code);
}

/** The paths of a result's errors, each once. */
export function errorPaths({ errors }: ExecutionResult): string[] {
  return [...new Set((errors ?? []).map(({ path }) => JSON.stringify(path)))].sort();
}

async function engineAnswer(
  engine: Engine,
  source: string,
  document: DocumentNode,
  variables: Record<string, unknown>,
  refused: Refused,
  fetch: SubgraphFetch,
): Promise<ExecutionResult> {
  return engine.execute(engine.prepare(document, source, undefined, refused), variables, fetch);
}

function plain(result: ExecutionResult): ExecutionResult {
  return JSON.parse(JSON.stringify(result)) as ExecutionResult;
}
