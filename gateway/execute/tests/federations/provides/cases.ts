import type { FederationCase } from '../../federation-case.ts';

export const cases: FederationCase[] = [
  {
    it: 'takes a provided field where it is provided',
    operation: '{ author { name } }',
    data: { author: { name: 'Ada' } },
    requests: { b: 0 },
  },
  {
    it: 'fetches it where it is not',
    operation: '{ reader { name } }',
    data: { reader: { name: 'Ben' } },
    requests: { b: 1 },
  },
];
