import type { FederationCase } from '../../federation-case.ts';
export const cases: FederationCase[] = [
  {
    it: 'computes from a field of the type that it extends',
    operation: '{ miller { title mill } millers { id title } }',
    data: {
      miller: { title: 'Miller Ash', mill: 'Low Mill' },
      millers: [
        { id: 'm1', title: 'Miller Ash' },
        { id: 'm2', title: 'Miller Elm' },
      ],
    },
  },
];
