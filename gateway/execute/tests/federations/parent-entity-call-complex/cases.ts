import type { FederationCase } from '../../federation-case.ts';
export const cases: FederationCase[] = [
  {
    it: 'joins three views of one child, two by its parent and one by its own key',
    operation: '{ coin(id: "k1") { metal mint era { summary id name } } }',
    data: {
      coin: { metal: 'tin', mint: 'York', era: { summary: 'summary of the era of k1', id: 'e-k1', name: 'Era e-k1' } },
    },
  },
];
