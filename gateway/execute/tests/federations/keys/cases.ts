import type { FederationCase } from '../../federation-case.ts';

export const cases: FederationCase[] = [
  {
    it: 'joins by key, null for what is not known',
    operation: '{ people { name age } }',
    data: {
      people: [
        { name: 'Ada', age: 40 },
        { name: 'Ben', age: null },
        { name: 'Cai', age: null },
      ],
    },
    requests: { a: 1, b: 1 },
  },
  {
    it: 'answers under aliases, the same field more than once',
    operation: '{ first: person(id: "1") { a: age b: age } second: person(id: "2") { a: name age } }',
    data: { first: { a: 40, b: 40 }, second: { a: 'Ben', age: null } },
  },
  {
    it: 'tells the type of an entity without a fetch for it',
    operation: '{ person(id: "1") { __typename kind: __typename } }',
    data: { person: { __typename: 'Person', kind: 'Person' } },
    requests: { b: 0 },
  },
  {
    it: 'asks nothing of a subgraph for a person who is not there',
    operation: '{ person(id: "7") { name age } }',
    data: { person: null },
    requests: { b: 0 },
  },
  {
    it: 'reads named fragments, nested and merged',
    operation: `
      query { person(id: "1") { ...Names ... on Person { age } } }
      fragment Names on Person { name ...More }
      fragment More on Person { id name }`,
    data: { person: { name: 'Ada', id: '1', age: 40 } },
  },
  {
    it: 'takes no alias of the client for a key',
    operation: '{ age: person(id: "1") { id: name name: age age: id _alias_x: age name: age } }',
    data: { age: { id: 'Ada', name: 40, age: '1', _alias_x: 40 } },
  },
  {
    it: 'reads an alias that is the name of its own field',
    operation: '{ people { name } people: people { name: name age: age } }',
    data: {
      people: [
        { name: 'Ada', age: 40 },
        { name: 'Ben', age: null },
        { name: 'Cai', age: null },
      ],
    },
  },
];
