import type { TestSubgraph } from '../../federation.ts';
export const subgraph: TestSubgraph = {
  name: 'stock',
  typeDefs: `
    type Query { window: Ware @shareable }
    interface Ware { id: ID! }
    type Kettle implements Ware @key(fields: "id") { id: ID! maker: Maker @shareable litres: Float }
    type Cup implements Ware @key(fields: "id") { id: ID! price: Int @shareable left: Boolean }
    type Maker { name: String @shareable town: String }
  `,
  resolvers: {
    Query: { window: () => ({ __typename: 'Kettle', id: 'k1' }) },
    Kettle: { maker: () => ({ name: 'Ember', town: 'Leeds' }), litres: () => 1.7 },
    Cup: { price: () => 3, left: () => true },
  },
};
