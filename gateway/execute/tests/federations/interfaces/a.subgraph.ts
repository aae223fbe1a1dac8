import type { TestSubgraph } from '../../federation.ts';
import { places } from './data.ts';

export const subgraph: TestSubgraph = {
  name: 'a',
  typeDefs: `
    type Query { places: [Place!]! place(id: ID!): Place }
    interface Place { id: ID! street: String }
    type Home implements Place @key(fields: "id") { id: ID! street: String rooms: Int! }
    type Office implements Place @key(fields: "id") { id: ID! street: String }
  `,
  resolvers: {
    Query: { places: () => places, place: (_: unknown, { id }: { id: string }) => places.find((one) => one.id === id) },
    Place: { __resolveType: ({ __typename }: { __typename: string }) => __typename },
  },
};
