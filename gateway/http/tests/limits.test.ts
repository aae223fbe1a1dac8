import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type OpenDoor, openDoor } from './open-door.ts';

let door: OpenDoor;
let asked = 0;
beforeAll(async () => {
  door = await openDoor({
    answer: () => {
      asked += 1;
      return Promise.resolve({ data: {} });
    },
  });
});
afterAll(() => door.close());

const times = (count: number, text: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => text(index)).join(' ');
/** Each fragment spreads the next one twice: 2^count selections. */
const doubling = (count: number) =>
  `{ person(id: "1") { ...f0 } }
   ${times(count, (index) => `fragment f${index} on Person { ...f${index + 1} ...f${index + 1} }`)}
   fragment f${count} on Person { id }`;

const tooLarge: readonly (readonly [string, string, unknown])[] = [
  ['LIMIT_CHARACTERS', 'comments', { query: `{ __typename } #${'x'.repeat(17_000)}` }],
  ['LIMIT_TOKENS', 'tokens', { query: `{ ${'a '.repeat(2_000)} }` }],
  ['LIMIT_TOKENS', 'nested lists', { query: `{ a(b: ${'['.repeat(5_000)}` }],
  ['LIMIT_TOKENS', 'nested selections', { query: '{a'.repeat(5_000) }],
  ['LIMIT_OPERATIONS', 'operations', { query: times(11, (i) => `query Q${i} { __typename }`), operationName: 'Q1' }],
  ['LIMIT_FRAGMENTS', 'fragments', { query: `{ __typename } ${times(51, (i) => `fragment f${i} on Query { a }`)}` }],
  ['LIMIT_DEPTH', 'depth', { query: `{ ${'a { '.repeat(26)} b ${'}'.repeat(26)} }` }],
  [
    'LIMIT_DEPTH',
    'depth by fragments',
    {
      query: `{ ...f0 } ${times(30, (i) => `fragment f${i} on Query { a { ...f${i + 1} } }`)} fragment f30 on Query { b }`,
    },
  ],
  ['LIMIT_DIRECTIVES', 'directives', { query: `{ __typename ${'@skip(if: false) '.repeat(51)} }` }],
  ['LIMIT_ROOT_FIELDS', 'root fields', { query: `{ ${times(71, (i) => `a${i}: __typename`)} }` }],
  ['LIMIT_ALIASES', 'aliases', { query: `{ person(id: "1") { ${times(101, (i) => `a${i}: id`)} } }` }],
  [
    'LIMIT_ALIASES',
    'aliases in fragments',
    {
      query: `{ person(id: "1") { ${times(4, (f) => `...f${f} `)} } }
        ${times(4, (f) => `fragment f${f} on Person { ${times(26, (i) => `a${f}x${i}: id`)} }`)}`,
    },
  ],
  ['LIMIT_SELECTIONS', 'fragments that double', { query: doubling(40) }],
  ['LIMIT_REPEATS', 'the same field again and again', { query: `{ person(id: "1") { ${'id '.repeat(40)} } }` }],
  ['LIMIT_COST', 'long lists in long lists', { query: '{ people(first: 1000) { friends { friends { id } } } }' }],
  [
    'LIMIT_COST',
    'a long list by a variable',
    { query: 'query Q($n: Int) { people(first: $n) { friends { friends { id } } } }', variables: { n: 1_000 } },
  ],
  [
    'LIMIT_COST',
    'a long list of cases',
    { query: '{ people(first: 100) { cases(first: 1000) { nodes { number } } } }' },
  ],
  ['LIMIT_VARIABLE_VALUES', 'many values', { query: '{ __typename }', variables: { v: new Array(2_001).fill(1) } }],
  [
    'LIMIT_VARIABLE_DEPTH',
    'deep values',
    `{"query":"{ __typename }","variables":{"v":${'['.repeat(50_000)}${']'.repeat(50_000)}}}`,
  ],
];

describe('the limits of the door', () => {
  it.each(tooLarge)('are told as %s for %s, without asking the hub', async (code, _, body) => {
    const before = asked;
    const answer = await door.post(body, { accept: 'application/graphql-response+json' });
    expect(answer.status).toBe(400);
    const [error] = answer.json.errors;
    expect(error.extensions.code).toBe(code);
    expect(error.extensions.found).toBeGreaterThan(error.extensions.limit);
    expect(error.message).toContain(String(error.extensions.limit));
    expect(error.message).toContain(String(error.extensions.found));
    expect(asked).toBe(before);
  });

  it('hold for what GET asks as well', async () => {
    const answer = await door.get({ query: doubling(30) });
    expect(answer.json.errors[0].extensions.code).toBe('LIMIT_SELECTIONS');
  });

  it('refuse fragments that spread themselves, also such as nothing spreads', async () => {
    for (const query of [
      '{ ...a } fragment a on Query { ...b } fragment b on Query { ...a }',
      '{ __typename } fragment a on Query { ... { ...a } }',
    ]) {
      const answer = await door.post({ query });
      expect(answer.json.errors[0].extensions.code).toBe('GRAPHQL_VALIDATION_FAILED');
    }
  });

  it('let the introspection of the query editor through', async () => {
    const { getIntrospectionQuery } = await import('graphql');
    expect((await door.post({ query: getIntrospectionQuery() })).json).toEqual({ data: {} });
  });

  it('refuse within a millisecond or so once the request is read', async () => {
    const query = doubling(45);
    await door.post({ query });
    const took: number[] = [];
    for (let round = 0; round < 20; round += 1) {
      const start = performance.now();
      await door.post({ query: `${query}#${round}` });
      took.push(performance.now() - start);
    }
    expect(Math.min(...took)).toBeLessThan(20);
  });
});
