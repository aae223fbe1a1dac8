import type { TestSubgraph } from '../../federation.ts';
export const subgraph: TestSubgraph = {
  name: 'plans',
  typeDefs: `
    type Query { storeys: Int! }
    type Room @key(fields: "number") { number: Int! metres: Float! exits(sealed: Boolean = false): [String!]! }
  `,
  resolvers: {
    Query: { storeys: () => 3 },
    Room: {
      metres: ({ number }: { number: number }) => number * 1.5,
      exits: (_: unknown, { sealed }: { sealed: boolean }) => (sealed ? [] : ['north']),
    },
  },
};
