import type { FederationCase } from '../../federation-case.ts';
export const cases: FederationCase[] = [
  {
    it: 'computes from the field that overrides, and asks the overriding subgraph for overridden computed ones',
    operation: '{ town { name label motto sized } mapped { name label motto } signed { label motto sized mayor } }',
    data: {
      town: { name: 'census name', label: 'map label', motto: 'Proud of census name', sized: '800 people' },
      mapped: { name: 'census name', label: 'map label', motto: 'Proud of census name' },
      signed: { label: 'map label', motto: 'Proud of census name', sized: '800 people', mayor: 'May' },
    },
  },
];
