import { getIntrospectionQuery } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seededRandom } from '../../execute/tests/seeded-random.ts';
import { type OpenDoor, openDoor } from './open-door.ts';

let door: OpenDoor;
beforeAll(async () => {
  door = await openDoor();
});
afterAll(() => door.close());

const seeds = [
  'query Q($id: ID!, $n: Int = 3) { person(id: $id) { ...f friends { id } cases(first: $n) { nodes { number } } } } fragment f on Person { id name @skip(if: false) }',
  'mutation M { a: rename(id: "1", name: """x""") { id } }',
  '{ people(first: 2, filter: { area: "3308", and: [{ ages: [1, 2] }] }) { ... on Person { id } } aged(age: 1, status: MOVED, on: [1]) { id } }',
  getIntrospectionQuery(),
];
const pieces = [
  '{',
  '}',
  '(',
  ')',
  '[',
  ']',
  '...',
  '$',
  '@',
  '"',
  '"""',
  ':',
  '!',
  ' on ',
  'fragment f',
  '__typename',
  '\\u{110000}',
  '\u0000',
  '\ud800',
  '💥',
  '-1e999',
  '{}',
  'query',
  'subscription S',
  'null',
  '#',
];

describe('broken documents', () => {
  it('are each refused or answered, and never break the door', async () => {
    const random = seededRandom(7);
    const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(random() * items.length)] as Item;
    const statuses = new Map<number, number>();
    for (let round = 0; round < 600; round += 1) {
      let query = pick(seeds);
      for (let change = 0; change <= random() * 4; change += 1) {
        const from = Math.floor(random() * query.length);
        const to = from + Math.floor(random() * 12);
        query =
          query.slice(0, from) + (random() < 0.7 ? pick(pieces) : query.slice(from, to).repeat(2)) + query.slice(to);
      }
      const { status } = await door.post(
        { query, variables: pick<unknown>([{}, { id: '1' }, { id: [], n: 'x' }]) },
        { accept: 'application/graphql-response+json' },
      );
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
    }
    expect([...statuses.keys()].sort()).toEqual([200, 400]);
    expect(door.faults).toEqual([]);
  });

  it('cannot walk the schema in circles by introspection', async () => {
    const query = `{ __schema { types { ${'fields { type { '.repeat(6)} name ${'} }'.repeat(6)} } } }`;
    const answer = await door.post({ query });
    expect(answer.json.errors[0].message).toContain('introspection depth');
  });
});
