import type { FederationCase } from '../../federation-case.ts';
export const cases: FederationCase[] = [
  {
    it: 'asks by a key that is another field of the entity',
    operation: '{ contact { id nickname } }',
    data: { contact: { id: 'c1', nickname: 'sea' } },
    requests: { contacts: 1, nicknames: 1 },
  },
];
