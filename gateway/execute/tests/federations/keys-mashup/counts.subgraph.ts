import type { TestSubgraph } from '../../federation.ts';
export const subgraph: TestSubgraph = {
  name: 'counts',
  typeDefs: `
    type Bin @key(fields: "id") @key(fields: "id place { aisle shelf code }") {
      id: ID!
      place: Place @external
      name: String!
      address: String @requires(fields: "place { aisle shelf code }")
    }
    type Place { aisle: Int! @external shelf: Int! @external code: String @external }
  `,
  resolvers: {
    Bin: {
      name: ({ id }: { id: string }) => `Bin ${id}`,
      address: ({ place }: { place: { aisle: number; shelf: number; code: string } }) =>
        `${place.aisle}-${place.shelf}-${place.code}`,
    },
  },
};
