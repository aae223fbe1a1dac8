import type { FederationCase } from '../../federation-case.ts';
export const cases: FederationCase[] = [
  {
    it: 'finds an entity by its second key',
    operation: '{ arrivals { hull arrivedAt berth } ship { berth } }',
    data: { arrivals: [{ hull: 'h1', arrivedAt: '08:30', berth: 'KILO/Tern' }, null], ship: { berth: 'KILO/Tern' } },
  },
];
