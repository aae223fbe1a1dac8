import type { TestSubgraph } from '../../federation.ts';
export const subgraph: TestSubgraph = {
  name: 'stores',
  typeDefs: `
    type Query { store: Store }
    type Store { id: ID! bins: [Bin!]! }
    type Bin @key(fields: "id") @key(fields: "place { aisle shelf } id") { id: ID! place: Place }
    type Place @shareable { aisle: Int! shelf: Int! }
  `,
  resolvers: {
    Query: {
      store: () => ({
        id: 's',
        bins: [
          { id: 'b1', place: { aisle: 1, shelf: 4 } },
          { id: 'b2', place: { aisle: 2, shelf: 9 } },
        ],
      }),
    },
  },
};
