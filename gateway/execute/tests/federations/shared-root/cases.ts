import type { FederationCase } from '../../federation-case.ts';
export const cases: FederationCase[] = [
  {
    it: 'joins one object of three roots that share a field',
    operation: '{ vase { id name { brand model } price { amount } kind { name } } }',
    data: {
      vase: { id: '1', name: { brand: 'Kiln', model: 'Tall' }, price: { amount: 30 }, kind: { name: 'floor' } },
    },
    requests: { names: 1, prices: 1, kinds: 1 },
  },
  {
    it: 'joins lists item by item, with arguments',
    operation:
      'query ($first: Int) { vases(first: $first) { id price { amount currency } kind { name } name { model } } }',
    variables: { first: 3 },
    data: {
      vases: [
        { id: '1', price: { amount: 30, currency: 'EUR' }, kind: { name: 'kind 1' }, name: { model: 'M1' } },
        { id: '2', price: null, kind: { name: 'kind 2' }, name: { model: 'M2' } },
        { id: '3', price: { amount: 30, currency: 'EUR' }, kind: { name: 'kind 3' }, name: { model: 'M3' } },
      ],
    },
  },
];
