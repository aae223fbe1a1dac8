import type { FederationCase } from '../../federation-case.ts';
export const cases: FederationCase[] = [
  {
    it: 'follows an interface that leads to itself',
    operation: '{ good { alike { alike { alike { __typename cost } cost } } } }',
    data: { good: { alike: { alike: { alike: { __typename: 'Cheese', cost: 3 }, cost: 4.5 } } } },
    requests: { stalls: 1, tasters: 0 },
  },
  {
    it: 'leaves the circle at each turn',
    operation: `{ good { ... on Cheese { notes alike { ... on Cheese { notes pair { code notes cost } } alike { cost ... on Cheese { notes } } } } } }`,
    data: {
      good: {
        notes: ['gouda is mild'],
        alike: {
          notes: ['edam is mild'],
          pair: { code: 'edam-old', notes: ['edam-old is mild'], cost: 3 },
          alike: { cost: 4.5, notes: ['gouda is mild'] },
        },
      },
    },
  },
];
