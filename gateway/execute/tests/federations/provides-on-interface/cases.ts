import type { FederationCase } from '../../federation-case.ts';
export const cases: FederationCase[] = [
  {
    it: 'takes what a field provides on implementers from the field',
    operation: '{ offers { id ... on Kettle { maker { name } } ... on Cup { price } } }',
    data: {
      offers: [
        { id: 'k1', maker: { name: 'provided maker' } },
        { id: 'c1', price: 2 },
      ],
    },
    requests: { shops: 1, stock: 0 },
  },
  {
    it: 'asks for what is not provided',
    operation:
      '{ offers { ... on Kettle { litres } ... on Cup { left } } window { ... on Kettle { maker { name town } } } }',
    data: { offers: [{ litres: 1.7 }, { left: true }], window: { maker: { name: 'Ember', town: 'Leeds' } } },
  },
];
