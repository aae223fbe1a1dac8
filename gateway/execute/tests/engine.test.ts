import { getIntrospectionQuery, parse, validate } from 'graphql';
import { describe, expect, it } from 'vitest';
import { createEngine, type SubgraphAnswer, type SubgraphRequest } from '../engine.ts';
import { departments } from './departments.ts';
import { federation, refusing } from './federation.ts';

const { engine, run, supergraph } = departments;
const nothing = refusing({});

describe('the schema of the engine', () => {
  it('holds nothing of the federation and nothing inaccessible', () => {
    const names = Object.keys(engine.schema.getTypeMap()).filter((name) => !name.startsWith('__'));
    expect(names.toSorted()).toEqual(
      ['Boolean', 'File', 'Hearing', 'Home', 'ID', 'Int', 'Person', 'Query', 'Record', 'String'].toSorted(),
    );
    expect(engine.schema.getDirectives().map(({ name }) => name)).not.toContain('join__type');
    expect(validate(engine.schema, parse('{ person(id: "1") { record { name } } }'))).toHaveLength(1);
  });

  it('answers introspection by itself', async () => {
    const { result, requests } = await run(getIntrospectionQuery());
    expect(requests).toEqual([]);
    expect(JSON.stringify(result.data)).toContain('"Person"');
    expect(JSON.stringify(result.data)).not.toContain('join__');
  });

  it('answers introspection mixed with data, by variables and conditions', async () => {
    const { result } = await run(
      `query ($type: String!, $no: Boolean!) {
        kind: __type(name: $type) { name fields @include(if: $no) { name } }
        openHearings
        __schema @include(if: $no) { queryType { name } }
        ... @skip(if: $no) { __schema { queryType { name } } }
        __typename
      }`,
      { variables: { type: 'File', no: false } },
    );
    expect(result).toEqual({
      data: {
        kind: { name: 'File' },
        openHearings: 3,
        __schema: { queryType: { name: 'Query' } },
        __typename: 'Query',
      },
    });
  });
});

describe('variables', () => {
  it('are coerced against the schema, with defaults', async () => {
    const { result, requests } = await run('query ($id: ID! = 7) { person(id: $id) { id } }');
    expect(result).toEqual({ data: { person: { id: '7' } } });
    expect(requests[0]?.variables).toEqual({ id: '7' });
  });

  it('that do not fit are all reported, and nobody is asked', async () => {
    const { result, requests } = await run(
      'query ($id: ID!, $yes: Boolean!) { person(id: $id) { id @include(if: $yes) } }',
      {
        variables: { yes: 'yes' },
      },
    );
    expect(requests).toEqual([]);
    expect(result).not.toHaveProperty('data');
    expect(result.errors?.map(({ extensions }) => extensions?.code)).toEqual(['BAD_USER_INPUT', 'BAD_USER_INPUT']);
  });

  it('go only to the fetches that use them', async () => {
    const { requests } = await run('query ($id: ID!) { person(id: $id) { name } }', { variables: { id: '1' } });
    expect(requests.map(({ variables }) => Object.keys(variables ?? {}))).toEqual([['id'], ['representations']]);
  });
});

describe('preparing', () => {
  it('plans the operation that is named, and refuses an unknown or missing name', async () => {
    const source = 'query A { openHearings } query B { nobody { id } }';
    const { result } = await run(source, { operationName: 'B' });
    expect(result).toEqual({ data: { nobody: null } });
    expect(() => engine.prepare(parse(source), source, undefined, nothing)).toThrow('name of an operation');
    expect(() => engine.prepare(parse(source), source, 'C', nothing)).toThrow('name of an operation');
  });

  it('gives a fetch the same text each time', async () => {
    const texts = new Set<string>();
    for (const id of ['1', '2']) {
      const { requests } = await run('query Q($id: ID!) { person(id: $id) { name } }', { variables: { id } });
      texts.add(requests.map(({ document }) => document).join('\n'));
    }
    expect(texts.size).toBe(1);
  });

  it('refuses an operation that grows beyond measure, at once', () => {
    const doubled = Array.from(
      { length: 30 },
      (_, index) => `fragment F${index} on Person { ...F${index + 1} ...F${index + 1} }`,
    );
    const source = `{ person(id: "1") { ...F0 } } ${doubled.join(' ')} fragment F30 on Person { id }`;
    const before = performance.now();
    expect(() => engine.prepare(parse(source), source, undefined, nothing)).toThrow('at most');
    expect(performance.now() - before).toBeLessThan(1000);
  });

  it('refuses the response key __proto__, and answers under those that every object inherits', async () => {
    const source = '{ __proto__: openHearings }';
    expect(() => engine.prepare(parse(source), source, undefined, nothing)).toThrow('__proto__');
    const { result } = await run('{ person(id: "1") { constructor: name toString: age } }');
    expect(result.data).toEqual({ person: { constructor: 'name 1', toString: 40 } });
  });

  it('bounds what it keeps', () => {
    const small = createEngine({ supergraph, planCacheSize: 2 });
    const prepare = (source: string) => small.prepare(parse(source), source, undefined, nothing);
    const first = prepare('{ openHearings }');
    prepare('{ a: openHearings }');
    expect(prepare('{ openHearings }')).toBe(first);
    prepare('{ b: openHearings }');
    prepare('{ c: openHearings }');
    expect(prepare('{ openHearings }')).not.toBe(first);
  });
});

describe('an internal look-up', () => {
  it('reads inaccessible fields', async () => {
    const prepared = engine.internal('query ($id: ID!) { person(id: $id) { record { name } } }');
    const fetch = (subgraph: string): SubgraphAnswer =>
      subgraph === 'hub'
        ? { data: { person: { __typename: 'Person', id: '1' } } }
        : { data: { _entities: [{ record: { name: 'n' } }] } };
    expect(await engine.execute(prepared, { id: '1' }, fetch)).toEqual({ data: { person: { record: { name: 'n' } } } });
  });

  it('is validated', () => {
    expect(() => engine.internal('{ person { id } }')).toThrow('Expected a valid internal operation');
  });
});

describe('fetches', () => {
  it('start as soon as what they read is there, whatever else of their wave is pending', async () => {
    const order: string[] = [];
    const fetch = async (subgraph: string, { document }: SubgraphRequest): Promise<SubgraphAnswer> => {
      const name = document.includes('disputes') ? 'disputes' : subgraph;
      order.push(`> ${name}`);
      await new Promise((resolve) => setTimeout(resolve, name === 'court' ? 60 : 5));
      order.push(`< ${name}`);
      return name === 'hub'
        ? { data: { person: { __typename: 'Person', id: '1' } } }
        : { data: { _entities: [answers[name]] } };
    };
    const answers: Record<string, Record<string, unknown>> = {
      police: { home: { __typename: 'Home', id: 'h' } },
      court: { files: [] },
      disputes: { disputes: 2 },
    };
    const source = '{ person(id: "1") { files { number } home { disputes } } }';
    const result = await engine.execute(engine.prepare(parse(source), source, undefined, nothing), {}, fetch);
    expect(result.data).toEqual({ person: { files: [], home: { disputes: 2 } } });
    expect(order.indexOf('< disputes')).toBeLessThan(order.indexOf('< court'));
  });

  it('ask once for a person who stands in several places', async () => {
    const { requests } = await run('{ people { name } hearings { person { name } } }');
    const asked = requests.filter(({ subgraph }) => subgraph === 'police');
    expect(asked).toHaveLength(1);
  });

  it('may be answered synchronously', async () => {
    const source = '{ openHearings }';
    const prepared = engine.prepare(parse(source), source, undefined, nothing);
    expect(await engine.execute(prepared, {}, () => ({ data: { openHearings: 1 } }))).toEqual({
      data: { openHearings: 1 },
    });
  });
});

describe('a subscription', () => {
  const { engine: events } = federation([
    {
      name: 'a',
      typeDefs: `
        type Query { ok: Boolean }
        type Subscription { changed(area: String): Matter }
        type Matter @key(fields: "number") { number: ID! }
      `,
      resolvers: {},
    },
    { name: 'b', typeDefs: 'type Matter @key(fields: "number") { number: ID! title: String }', resolvers: {} },
  ]);
  const source = 'subscription ($area: String) { changed(area: $area) { number title } }';
  const prepared = events.prepare(parse(source), source, undefined, nothing);

  it('says where its events come from', () => {
    expect(events.subscriptionSource(prepared, { area: '330803' })).toEqual({
      subgraph: 'a',
      request: {
        document: expect.stringContaining('changed(area: $area)'),
        operationName: undefined,
        kind: 'subscription',
        variables: { area: '330803' },
      },
    });
    expect(events.subscriptionSource(prepared, { area: 5 })).toHaveProperty('errors');
  });

  it('is executed once an event, with the facets of other subgraphs', async () => {
    const fetch = (_subgraph: string, { kind }: SubgraphRequest): SubgraphAnswer =>
      kind === 'subscription'
        ? { data: { changed: { __typename: 'Matter', number: 'm1' } } }
        : { data: { _entities: [{ title: 'Fence' }] } };
    expect(await events.execute(prepared, {}, fetch)).toEqual({ data: { changed: { number: 'm1', title: 'Fence' } } });
  });

  it('that is refused has no source', () => {
    const refused = events.prepare(parse(source), source, undefined, refusing({ 'Subscription.changed': 'FORBIDDEN' }));
    expect(events.subscriptionSource(refused, {})).toMatchObject({ errors: [{ extensions: { code: 'FORBIDDEN' } }] });
  });
});
