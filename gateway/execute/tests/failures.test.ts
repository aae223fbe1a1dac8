import { describe, expect, it } from 'vitest';
import type { SubgraphAnswer } from '../engine.ts';
import { departments } from './departments.ts';
import type { ReceivedRequest } from './federation.ts';

const { run } = departments;

/** Lets one subgraph do something else than answer. */
function when(subgraph: string, act: (request: ReceivedRequest) => SubgraphAnswer | Promise<SubgraphAnswer>) {
  return (request: ReceivedRequest) => (request.subgraph === subgraph ? act(request) : undefined);
}

const down = when('police', () => {
  throw new Error('connect ECONNREFUSED');
});

const unavailable = (path: (string | number)[], coordinate: string, department = 'police') =>
  expect.objectContaining({
    path,
    extensions: expect.objectContaining({ code: 'SOURCE_UNAVAILABLE', department, coordinate }),
  });

describe('a department that is down', () => {
  it('blanks its own facets, names them, and leaves the rest', async () => {
    const { result } = await run('{ person(id: "1") { id name age files { number } } }', { instead: down });
    expect(result.data).toEqual({ person: { id: '1', name: null, age: null, files: [{ number: 'f1' }] } });
    expect(result.errors).toEqual([
      unavailable(['person', 'name'], 'Person.name'),
      unavailable(['person', 'age'], 'Person.age'),
    ]);
  });

  it('is told once a facet at the first list, however many persons there are', async () => {
    const { result } = await run('{ people { id name } }', { instead: down });
    expect(result.data).toEqual({ people: ['1', '2', '1'].map((id) => ({ id, name: null })) });
    expect(result.errors).toEqual([unavailable(['people'], 'Person.name')]);
  });

  it('is told under the aliases of the client', async () => {
    const { result } = await run('{ one: person(id: "1") { called: name } }', { instead: down });
    expect(result.errors).toEqual([unavailable(['one', 'called'], 'Person.name')]);
  });

  it('blanks what lies below its facets, with one error', async () => {
    const { result } = await run('{ person(id: "1") { home { disputes } } }', { instead: down });
    expect(result).toEqual({
      data: { person: { home: null } },
      errors: [unavailable(['person', 'home'], 'Person.home')],
    });
  });

  it('makes what depends on it unavailable, and never shows the inaccessible input', async () => {
    const { result } = await run('{ person(id: "1") { verdict files { title } } }', { instead: down });
    expect(result.data).toEqual({ person: { verdict: null, files: [{ title: 'File' }] } });
    expect(result.errors).toEqual([unavailable(['person', 'verdict'], 'Person.verdict')]);
  });

  it('carries along what the transport knows, but no message of it', async () => {
    const { result } = await run('{ person(id: "1") { name } }', {
      instead: when('police', () =>
        Promise.reject(Object.assign(new Error('10.0.0.7 refused'), { extensions: { asOf: '2026-11-01' } })),
      ),
    });
    expect(result.errors).toEqual([
      {
        message: 'police did not answer.',
        path: ['person', 'name'],
        extensions: { code: 'SOURCE_UNAVAILABLE', department: 'police', coordinate: 'Person.name', asOf: '2026-11-01' },
      },
    ]);
  });

  it('at the root blanks its root fields alone', async () => {
    const { result } = await run('{ openHearings person(id: "1") { name } }', {
      instead: when('court', () => {
        throw new Error('down');
      }),
    });
    expect(result.data).toEqual({ openHearings: null, person: { name: 'name 1' } });
    expect(result.errors).toEqual([unavailable(['openHearings'], 'Query.openHearings', 'court')]);
  });
});

describe('an error of a subgraph', () => {
  const failing = when('police', ({ variables }) => {
    const people = variables?.representations as { id: string }[];
    return {
      data: { _entities: people.map(({ id }) => ({ name: id === '1' ? null : `name ${id}`, home: { street: null } })) },
      errors: [
        { message: 'sealed', path: ['_entities', 0, 'name'], extensions: { code: 'SEALED' } },
        { message: 'no street', path: ['_entities', 1, 'home', 'street'] },
      ],
    };
  });

  it('belongs to every place that asked for that person', async () => {
    const { result, requests } = await run('{ people { name home { street } } }', { instead: failing });
    expect(requests[1]?.variables?.representations).toHaveLength(2);
    expect(result.errors).toEqual([
      { message: 'sealed', path: ['people', 0, 'name'], extensions: { code: 'SEALED', department: 'police' } },
      { message: 'sealed', path: ['people', 2, 'name'], extensions: { code: 'SEALED', department: 'police' } },
      { message: 'no street', path: ['people', 1, 'home', 'street'], extensions: { department: 'police' } },
    ]);
  });

  it('on an input keeps the dependant of that person from being computed, and no other', async () => {
    const { result, requests } = await run('{ people { verdict } }', {
      instead: when('police', ({ variables }) => ({
        data: {
          _entities: (variables?.representations as { id: string }[]).map(({ id }) => ({
            record: id === '1' ? null : { name: `record ${id}` },
          })),
        },
        errors: [{ message: 'sealed', path: ['_entities', 0, 'record'], extensions: { code: 'SEALED' } }],
      })),
    });
    expect(result.data).toEqual({ people: [{ verdict: null }, { verdict: 'on record 2' }, { verdict: null }] });
    expect(result.errors).toEqual([
      unavailable(['people', 0, 'verdict'], 'Person.verdict'),
      unavailable(['people', 2, 'verdict'], 'Person.verdict'),
    ]);
    expect(requests.filter(({ subgraph }) => subgraph === 'court')[0]?.variables?.representations).toHaveLength(1);
  });

  it('without data explains every facet of the fetch', async () => {
    const { result } = await run('{ person(id: "1") { name age } }', {
      instead: when('police', () => ({ errors: [{ message: 'no viewer', extensions: { code: 'UNAUTHENTICATED' } }] })),
    });
    expect(result.data).toEqual({ person: { name: null, age: null } });
    expect(result.errors?.map(({ path, extensions }) => [path, extensions?.code])).toEqual([
      [['person', 'name'], 'UNAUTHENTICATED'],
      [['person', 'age'], 'UNAUTHENTICATED'],
    ]);
  });

  it('beside data and without a path is told once', async () => {
    const { result } = await run('{ person(id: "1") { name } }', {
      instead: when('police', () => ({ data: { _entities: [{ name: 'n' }] }, errors: [{ message: 'slow day' }] })),
    });
    expect(result.data).toEqual({ person: { name: 'n' } });
    expect(result.errors).toHaveLength(1);
  });
});

describe('a record that a department does not have', () => {
  it('is null without error, and null as an input', async () => {
    const { result } = await run('{ person(id: "1") { name verdict } }', {
      instead: when('police', ({ variables }) => ({
        data: { _entities: (variables?.representations as unknown[]).map(() => null) },
      })),
    });
    expect(result).toEqual({ data: { person: { name: null, verdict: 'none' } } });
  });
});

describe('an answer of the wrong shape', () => {
  const answers: [string, unknown][] = [
    ['nothing', undefined],
    ['a text', 'hello'],
    ['an empty object', {}],
    ['data that is a list', { data: [] }],
    ['entities that are no list', { data: { _entities: { name: 'n' } } }],
    ['too few entities', { data: { _entities: [] } }],
    ['entities that are numbers', { data: { _entities: [7] } }],
  ];

  it.each(answers)('costs the facets of its fetch: %s', async (_name, answer) => {
    const { result } = await run('{ person(id: "1") { name files { number } } }', {
      instead: when('police', () => Promise.resolve(answer as SubgraphAnswer)),
    });
    expect(result.data).toEqual({ person: { name: null, files: [{ number: 'f1' }] } });
    expect(result.errors).toEqual([
      expect.objectContaining({
        path: ['person', 'name'],
        extensions: expect.objectContaining({ code: 'SOURCE_INVALID', department: 'police' }),
      }),
    ]);
  });

  const values: [string, string, unknown, unknown][] = [
    ['an object for a text', '{ person(id: "1") { name } }', { name: {} }, { name: null }],
    ['a text for a number', '{ person(id: "1") { age } }', { age: '40' }, { age: null }],
    ['a fraction for a whole number', '{ person(id: "1") { age } }', { age: 1.5 }, { age: null }],
    ['a list for an object', '{ person(id: "1") { home { street } } }', { home: [] }, { home: null }],
    ['a text for an object', '{ person(id: "1") { home { street } } }', { home: 'Mill' }, { home: null }],
  ];

  it.each(values)('costs the field that cannot hold it: %s', async (_name, operation, entity, expected) => {
    const { result } = await run(operation, {
      instead: when('police', () => ({ data: { _entities: [entity as Record<string, unknown>] } })),
    });
    expect(result.data).toEqual({ person: expected });
    expect(result.errors?.map(({ extensions }) => extensions?.code)).toEqual(['SOURCE_INVALID']);
  });

  it('costs a required field the object around it', async () => {
    const { result } = await run('{ person(id: "1") { files { number title } name } }', {
      instead: when('court', () => ({
        data: { _entities: [{ files: [{ number: 'f', title: 't' }, { number: 'g' }] }] },
      })),
    });
    expect(result.data).toEqual({ person: { files: null, name: 'name 1' } });
    expect(result.errors).toEqual([
      expect.objectContaining({
        path: ['person', 'files', 1, 'title'],
        extensions: { code: 'SOURCE_INVALID', coordinate: 'File.title', department: 'court' },
      }),
    ]);
  });

  it('that leaves out what was asked for is no answer of null', async () => {
    const { result } = await run('{ person(id: "1") { name home { street } files { number } } }', {
      instead: when('police', () => ({ data: { _entities: [{ name: null }] } })),
    });
    expect(result.data).toEqual({ person: { name: null, home: null, files: [{ number: 'f1' }] } });
    expect(result.errors?.map(({ path, extensions }) => [path, extensions?.code])).toEqual([
      [['person', 'home'], 'SOURCE_INVALID'],
    ]);
  });

  it('cannot reach the prototype of anything', async () => {
    const { result } = await run('{ person(id: "1") { name age home { street } } }', {
      instead: when('police', () => JSON.parse('{"data":{"_entities":[{"name":"n","__proto__":{"polluted":1}}]}}')),
    });
    expect(result.data).toEqual({ person: { name: 'n', age: null, home: null } });
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
  });
});

describe('a request that ends early', () => {
  it('answers at once, with what is not yet answered unavailable', async () => {
    const ended = new AbortController();
    const { result } = await run('{ person(id: "1") { name files { number } } }', {
      signal: ended.signal,
      instead: when('police', () => {
        setTimeout(() => ended.abort(), 20);
        return new Promise(() => {});
      }),
    });
    expect(result.data).toEqual({ person: { name: null, files: [{ number: 'f1' }] } });
    expect(result.errors).toEqual([unavailable(['person', 'name'], 'Person.name')]);
  });

  it('asks nobody when it has ended before it starts', async () => {
    const { result, requests } = await run('{ person(id: "1") { name } }', { signal: AbortSignal.abort() });
    expect(requests).toEqual([]);
    expect(result.data).toEqual({ person: null });
    expect(result.errors).toEqual([unavailable(['person'], 'Query.person', 'hub')]);
  });
});
