import type { FederationCase } from '../../federation-case.ts';
export const cases: FederationCase[] = [
  {
    it: 'chooses among keys that overlap',
    operation: '{ store { bins { id name address place { code shelf } } } }',
    data: {
      store: {
        bins: [
          { id: 'b1', name: 'Bin b1', address: '1-4-X', place: { code: 'X', shelf: 4 } },
          { id: 'b2', name: 'Bin b2', address: '2-9-null', place: { code: null, shelf: 9 } },
        ],
      },
    },
  },
];
