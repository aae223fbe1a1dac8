import type { FederationCase } from '../../federation-case.ts';

export const cases: FederationCase[] = [
  {
    it: 'tells entities apart by all parts of the key',
    operation: '{ permits { title valid } }',
    data: {
      permits: [
        { title: 'Stall', valid: true },
        { title: 'Fair', valid: false },
      ],
    },
  },
  {
    it: 'goes from one key to another over the subgraph that knows both',
    operation: '{ permits { title fee } }',
    data: {
      permits: [
        { title: 'Stall', fee: 1.5 },
        { title: 'Fair', fee: 2 },
      ],
    },
    requests: { a: 1, b: 1, c: 1 },
  },
];
