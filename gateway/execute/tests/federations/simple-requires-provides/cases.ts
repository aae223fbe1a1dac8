import type { FederationCase } from '../../federation-case.ts';
export const cases: FederationCase[] = [
  {
    it: 'computes what lies below what another subgraph finds',
    operation: '{ me { reviews { body lamp { name shipping shippingTag inStock } author { handle } } handle } }',
    data: {
      me: {
        reviews: [
          {
            body: 'Bright',
            lamp: { name: 'Lamp l1', shipping: 42, shippingTag: '#l1#2#40', inStock: true },
            author: { handle: 'provided ada' },
          },
        ],
        handle: 'ada',
      },
    },
  },
  {
    it: 'computes for each item of a list with nulls in it',
    operation: '{ lamps { shippingTag reviews { id author { handle id } } inStock } }',
    data: {
      lamps: [
        {
          shippingTag: '#l1#2#40',
          reviews: [{ id: 'r1', author: { handle: 'provided ada', id: 'p1' } }, null],
          inStock: true,
        },
        null,
        { shippingTag: '#l2#5#60', reviews: [], inStock: false },
      ],
    },
  },
];
