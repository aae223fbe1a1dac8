import type { TestSubgraph } from '../../federation.ts';
export const subgraph: TestSubgraph = {
  name: 'shops',
  typeDefs: `
    type Query { window: Ware @shareable offers: [Ware!] @provides(fields: "... on Kettle { maker { name } } ... on Cup { price }") }
    interface Ware { id: ID! }
    type Kettle implements Ware @key(fields: "id") { id: ID! maker: Maker @external }
    type Cup implements Ware @key(fields: "id") { id: ID! price: Int @external }
    type Maker { name: String @external }
  `,
  resolvers: {
    Query: {
      window: () => ({ __typename: 'Kettle', id: 'k1' }),
      offers: () => [
        { __typename: 'Kettle', id: 'k1', maker: { name: 'provided maker' } },
        { __typename: 'Cup', id: 'c1', price: 2 },
      ],
    },
  },
};
