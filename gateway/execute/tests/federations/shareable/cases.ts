import type { FederationCase } from '../../federation-case.ts';

export const cases: FederationCase[] = [
  {
    it: 'keeps a shared value type of each subgraph as that subgraph gave it',
    operation: '{ person { source { department asOf } origin { department asOf } latest { asOf } tags { kind } } }',
    data: {
      person: {
        source: { department: 'a', asOf: null },
        origin: { department: 'b', asOf: '2026-01-01' },
        latest: null,
        tags: [{ kind: 'x' }, { kind: 'y' }],
      },
    },
  },
];
