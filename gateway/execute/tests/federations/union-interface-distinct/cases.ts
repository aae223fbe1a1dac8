import type { FederationCase } from '../../federation-case.ts';
export const cases: FederationCase[] = [
  {
    it: 'reads members and implementers that only one subgraph knows',
    operation: `{ others { __typename ... on Quarry { stone } ... on Lot { id } ... on Forest { trees } } lot { id ... on Forest { trees } ... on Quarry { stone } } }`,
    data: {
      others: [
        { __typename: 'Quarry', stone: 'slate', id: 'q1' },
        { __typename: 'Field', id: 'f2' },
      ],
      lot: { id: 'w1', trees: 9 },
    },
  },
  {
    it: 'reads a shared member from both',
    operation: '{ holding { ... on Field { crop acres } ... on Quarry { stone } ... on Forest { trees } } }',
    data: { holding: { crop: 'rye', acres: 4 } },
  },
];
