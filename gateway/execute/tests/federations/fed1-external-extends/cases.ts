import type { FederationCase } from '../../federation-case.ts';
export const cases: FederationCase[] = [
  {
    it: 'joins subgraphs of the first federation, with @extends',
    operation: '{ gardener { id name rank plots { metres } greeting } keeper { greeting rank id } }',
    data: {
      gardener: {
        id: 'g1',
        name: 'Name g1',
        rank: 4,
        plots: [{ metres: 20 }, { metres: 35 }],
        greeting: 'Hello Name g1',
      },
      keeper: { greeting: 'Hello Name g2', rank: 4, id: 'g2' },
    },
  },
];
