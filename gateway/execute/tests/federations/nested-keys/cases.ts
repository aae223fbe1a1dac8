import type { FederationCase } from '../../federation-case.ts';

export const cases: FederationCase[] = [
  {
    it: 'sends the object that is the key, and only its key fields',
    operation: '{ offices { name staff } }',
    data: {
      offices: [
        { name: 'Centre', staff: 12 },
        { name: 'Station', staff: 3 },
      ],
    },
  },
  {
    it: 'keeps what the client selected of the key',
    operation: '{ offices { address { zone } staff } }',
    data: {
      offices: [
        { address: { zone: 'A' }, staff: 12 },
        { address: { zone: 'B' }, staff: 3 },
      ],
    },
  },
];
