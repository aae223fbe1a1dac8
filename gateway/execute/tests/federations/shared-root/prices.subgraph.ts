import type { TestSubgraph } from '../../federation.ts';
export const subgraph: TestSubgraph = {
  name: 'prices',
  typeDefs: `
    type Query { vase: Vase @shareable vases(first: Int = 2): [Vase!] @shareable }
    type Vase { id: ID! @shareable price: Price }
    type Price { id: ID! amount: Int currency: String }
  `,
  resolvers: {
    Query: {
      vase: () => ({ id: '1', price: { id: '1', amount: 30, currency: 'EUR' } }),
      vases: (_: unknown, { first }: { first: number }) =>
        ['1', '2', '3']
          .slice(0, first)
          .map((id) => ({ id, price: id === '2' ? null : { id, amount: 30, currency: 'EUR' } })),
    },
  },
};
