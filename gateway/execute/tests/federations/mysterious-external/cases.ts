import type { FederationCase } from '../../federation-case.ts';
export const cases: FederationCase[] = [
  {
    it: 'asks nobody for a field that is external there for no reason',
    operation: '{ tickets { seat price row } seated { row price seat } }',
    data: { tickets: [{ seat: 1, price: 9.5, row: 'C' }], seated: [{ row: 'C', price: 9.5, seat: 2 }] },
  },
];
