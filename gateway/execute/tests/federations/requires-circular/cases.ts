import type { FederationCase } from '../../federation-case.ts';
export const cases: FederationCase[] = [
  {
    it: 'computes in two subgraphs in turn, each from the other',
    operation: '{ notes { title marked } }',
    data: {
      notes: [
        { title: 'One', marked: false },
        { title: 'Two', marked: true },
      ],
    },
  },
  {
    it: 'answers the inputs beside what is computed',
    operation: '{ notes { marked byMaster author { years id } } }',
    data: {
      notes: [
        { marked: false, byMaster: true, author: { years: 30, id: 'w1' } },
        { marked: true, byMaster: false, author: { years: 2, id: 'w2' } },
      ],
    },
  },
];
