import type { FederationCase } from '../../federation-case.ts';
export const cases: FederationCase[] = [
  {
    it: 'adds fields of two subgraphs to an interface that neither knows the implementers of',
    operation: 'query ($from: ID!) { signs { __typename text steps(from: $from) corner { code quiet } } }',
    variables: { from: 'gate' },
    data: {
      signs: [
        { __typename: 'Arrow', text: 'Out', steps: 24, corner: { code: 'NW', quiet: true } },
        { __typename: 'Board', text: null, steps: 24, corner: null },
      ],
    },
  },
  {
    it: 'asks the interface for the type of an object that is found without one',
    operation: '{ corner { nearest { __typename id text ... on Arrow { points } } } }',
    data: { corner: { nearest: { __typename: 'Board', id: 's2', text: null } } },
  },
  {
    it: 'adds fields inside of a fragment on one implementer',
    operation:
      '{ signs { ... on Arrow { points steps(from: "x") corner { nearest { id ... on Arrow { points } } } } } }',
    data: { signs: [{ points: 'left', steps: 21, corner: { nearest: { id: 's1', points: 'left' } } }, {}] },
  },
];
