import type { FederationCase } from '../../federation-case.ts';
export const cases: FederationCase[] = [
  {
    it: 'asks again for the parent, since its child has no key',
    operation: '{ goods { group { size } } }',
    data: { goods: [{ group: { size: 2 } }, { group: { size: 2 } }] },
    requests: { goods: 1, details: 1, groups: 0 },
  },
];
