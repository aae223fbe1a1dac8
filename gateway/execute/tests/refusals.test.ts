import { parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { departments } from './departments.ts';
import { federation, refusing } from './federation.ts';

const { run, engine } = departments;
const refusal = (path: string[], coordinate: string, code = 'FORBIDDEN') => ({
  message: `Not permitted: ${coordinate}.`,
  path,
  extensions: { code, coordinate },
});

describe('a refused selection', () => {
  it('is null with one error, is never fetched, and the rest answers', async () => {
    const { result, requests } = await run('{ person(id: "1") { id name age } }', {
      refused: refusing({ 'Person.name': 'FORBIDDEN' }),
    });
    expect(result).toEqual({
      data: { person: { id: '1', name: null, age: 40 } },
      errors: [refusal(['person', 'name'], 'Person.name')],
    });
    expect(requests.map(({ document }) => document).join()).not.toMatch(/\bname\b/);
  });

  it('is told under its alias, each time it is selected', async () => {
    const { result } = await run('{ person(id: "1") { a: name ...F } } fragment F on Person { b: name a: name }', {
      refused: refusing({ 'Person.name': 'CASE_REQUIRED' }),
    });
    expect(result.data).toEqual({ person: { a: null, b: null } });
    expect(result.errors).toEqual([
      refusal(['person', 'a'], 'Person.name', 'CASE_REQUIRED'),
      refusal(['person', 'b'], 'Person.name', 'CASE_REQUIRED'),
    ]);
  });

  it('is told at its path up to the first list', async () => {
    const { result } = await run('{ people { id files { title } home { street } } }', {
      refused: refusing({ 'Home.street': 'FORBIDDEN', 'Person.files': 'FORBIDDEN' }),
    });
    expect(result.data).toEqual({
      people: ['1', '2', '1'].map((id) => ({ id, files: null, home: { street: null } })),
    });
    expect(result.errors).toEqual([refusal(['people'], 'Person.files'), refusal(['people'], 'Home.street')]);
  });

  it('leaves its object standing when it was all that was selected', async () => {
    const { result } = await run('{ person(id: "1") { home { street } } nobody { name } }', {
      refused: refusing({ 'Home.street': 'FORBIDDEN', 'Person.name': 'FORBIDDEN' }),
    });
    expect(result.data).toEqual({ person: { home: { street: null } }, nobody: null });
  });

  it('at the root, with all others, asks nobody', async () => {
    const { result, requests } = await run('{ people { id } openHearings __typename }', {
      refused: refusing({ 'Query.people': 'PURPOSE_REQUIRED', 'Query.openHearings': 'PURPOSE_REQUIRED' }),
    });
    expect(requests).toEqual([]);
    expect(result.data).toEqual({ people: null, openHearings: null, __typename: 'Query' });
    expect(result.errors).toHaveLength(2);
  });

  it('that is skipped is not told', async () => {
    const { result } = await run('query ($no: Boolean!) { person(id: "1") { id name @include(if: $no) } }', {
      variables: { no: false },
      refused: refusing({ 'Person.name': 'FORBIDDEN' }),
    });
    expect(result).toEqual({ data: { person: { id: '1' } } });
  });

  it('takes no input from a field that depends on it', async () => {
    const { result } = await run('{ person(id: "1") { verdict } }', {
      refused: refusing({ 'Person.name': 'FORBIDDEN' }),
    });
    expect(result).toEqual({ data: { person: { verdict: 'on record 1' } } });
  });
});

describe('a plan', () => {
  it('is kept a document and a set of refusals', () => {
    const source = '{ person(id: "1") { name } }';
    const prepare = (key: string) =>
      engine.prepare(parse(source), source, undefined, { key, refusalOf: () => undefined });
    expect(prepare('a')).toBe(prepare('a'));
    expect(prepare('a')).not.toBe(prepare('b'));
  });
});

describe('a refused field of abstract types', () => {
  const places = federation([
    {
      name: 'a',
      typeDefs: `
        type Query { places: [Place!] found: [Found!] first: Place }
        interface Place { id: ID! street: String }
        type Home implements Place { id: ID! street: String }
        type Office implements Place { id: ID! street: String }
        union Found = Home | Office
      `,
      resolvers: {
        Query: { places: () => both, found: () => both, first: () => both[1] },
      },
    },
  ]);
  const both = [
    { __typename: 'Home', id: 'h', street: 'Mill' },
    { __typename: 'Office', id: 'o', street: 'Main' },
  ];

  it('stays for the implementers that may answer', async () => {
    const { result, requests } = await places.run('{ places { id street } first { street } }', {
      refused: refusing({ 'Home.street': 'FORBIDDEN' }),
    });
    expect(result.data).toEqual({
      places: [
        { id: 'h', street: null },
        { id: 'o', street: 'Main' },
      ],
      first: { street: 'Main' },
    });
    expect(result.errors).toEqual([refusal(['places'], 'Home.street'), refusal(['first', 'street'], 'Home.street')]);
    expect(requests[0]?.document).not.toMatch(/Home\s*\{[^}]*street/);
  });

  it('is the interface field where no implementer may answer', async () => {
    const { result } = await places.run('{ first { id street } }', {
      refused: refusing({ 'Home.street': 'FORBIDDEN', 'Office.street': 'FORBIDDEN' }),
    });
    expect(result.data).toEqual({ first: { id: 'o', street: null } });
    expect(result.errors).toEqual([refusal(['first', 'street'], 'Place.street')]);
  });

  it('is cut from the members of a union', async () => {
    const { result } = await places.run(
      '{ found { ... on Home { street } ... on Place { id } ... on Office { street } } }',
      {
        refused: refusing({ 'Home.street': 'FORBIDDEN' }),
      },
    );
    expect(result.data).toEqual({
      found: [
        { street: null, id: 'h' },
        { street: 'Main', id: 'o' },
      ],
    });
  });
});
