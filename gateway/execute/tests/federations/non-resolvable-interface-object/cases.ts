import type { FederationCase } from '../../federation-case.ts';
export const cases: FederationCase[] = [
  {
    it: 'leads from a reference to the interface to what it is',
    operation:
      '{ berths { code vessel { __typename id name ... on Barge { tonnes } } previous { ... on Ferry { seats } id } } }',
    data: {
      berths: [
        {
          code: 'A',
          vessel: { __typename: 'Barge', id: 'v2', name: 'Ox', tonnes: 90 },
          previous: [{ seats: 200, id: 'v1' }, null],
        },
        { code: 'B', vessel: null, previous: null },
      ],
    },
  },
  {
    it: 'needs no second fetch for the key alone',
    operation: '{ berths { vessel { id } } }',
    data: { berths: [{ vessel: { id: 'v2' } }, { vessel: null }] },
    requests: { berths: 1, routes: 0 },
  },
];
