import type { TestSubgraph } from '../../federation.ts';
export const subgraph: TestSubgraph = {
  name: 'a',
  typeDefs: `
    type Query { holding: Holding @shareable lot: Lot }
    union Holding = Field | Forest
    interface Lot { id: ID! }
    type Field implements Lot @key(fields: "id") { id: ID! crop: String }
    type Forest implements Lot @key(fields: "id") { id: ID! trees: Int }
  `,
  resolvers: {
    Query: {
      holding: () => ({ __typename: 'Field', id: 'f1', crop: 'rye' }),
      lot: () => ({ __typename: 'Forest', id: 'w1', trees: 9 }),
    },
  },
};
