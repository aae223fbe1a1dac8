import type { FederationCase } from '../../federation-case.ts';

export const cases: FederationCase[] = [
  {
    it: 'adds a field to every implementer',
    operation: '{ media { title score } }',
    data: {
      media: [
        { title: 'Reeds', score: 5 },
        { title: 'Tides', score: 9 },
      ],
    },
  },
  {
    it: 'adds it to a concrete type',
    operation: '{ book { pages score } }',
    data: { book: { pages: 90, score: 5 } },
  },
  {
    it: 'finds the concrete type of an interface object',
    operation: '{ top { __typename score ... on Book { pages } } }',
    data: {
      top: [
        { __typename: 'Film', score: 9 },
        { __typename: 'Book', score: 5, pages: 90 },
      ],
    },
  },
  {
    it: 'answers without the concrete type where nothing asks for it',
    operation: '{ top { id score } }',
    data: {
      top: [
        { id: 'f', score: 9 },
        { id: 'b', score: 5 },
      ],
    },
    requests: { a: 0 },
  },
];
