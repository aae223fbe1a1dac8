import { readFileSync } from 'node:fs';
import { buildClientSchema, getIntrospectionQuery, graphqlSync, parse, printSchema, validateSchema } from 'graphql';
import { describe, expect, it } from 'vitest';
import { createEngine } from '../engine.ts';
import { refusing } from './federation.ts';
import { loadScenario, scenarioNames } from './scenario.ts';

const hub = new URL('../../../schema/sdl/supergraph.graphql', import.meta.url);
const engines = [
  ['the hub', createEngine({ supergraph: readFileSync(hub, 'utf8') })] as const,
  ...(await Promise.all(scenarioNames.map(async (name) => [name, (await loadScenario(name)).engine] as const))),
];
const source = getIntrospectionQuery({ descriptions: true, specifiedByUrl: true, inputValueDeprecation: true });

describe.each(engines)('introspection of %s', (_name, engine) => {
  it('is what graphql-js tells of a sound schema without the federation', async () => {
    const prepared = engine.prepare(parse(source), source, undefined, refusing({}));
    const { data, errors } = await engine.execute(prepared, {}, () => expect.fail('asked a subgraph'));
    expect(errors).toBeUndefined();
    expect(data).toEqual(JSON.parse(JSON.stringify(graphqlSync({ schema: engine.schema, source }).data)));
    expect(validateSchema(engine.schema)).toEqual([]);
    const seen = printSchema(buildClientSchema(data as never));
    expect(seen).not.toMatch(/join__|link__|federation__|core__|_Service|_entities|_Any|\bFieldSet\b|@inaccessible/);
  });
});

it('is answered beside data, by alias, fragment and condition', async () => {
  const { run } = await loadScenario('conditions');
  const { result } = await run(
    `query ($on: Boolean!, $name: String = "Thing") {
      storeys
      ...Meta @include(if: $on)
      room(number: 1) { kind: __typename label }
      none: __type(name: "Nobody") { name }
    }
    fragment Meta on Query { thing: __type(name: $name) { kind possibleTypes { name } fields @skip(if: $on) { name } } }`,
    { variables: { on: true } },
  );
  expect(result).toEqual({
    data: {
      storeys: 3,
      thing: { kind: 'INTERFACE', possibleTypes: [{ name: 'Room' }, { name: 'Door' }] },
      room: { kind: 'Room', label: 'Room 1' },
      none: null,
    },
  });
});
