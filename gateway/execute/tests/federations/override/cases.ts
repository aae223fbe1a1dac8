import type { FederationCase } from '../../federation-case.ts';

export const cases: FederationCase[] = [
  {
    it: 'reads an overridden field from its new subgraph',
    operation: '{ person { name phone } }',
    data: { person: { name: 'Ada', phone: 'new' } },
    requests: { a: 1, b: 1 },
  },
];
