import type { TestSubgraph } from '../../federation.ts';
export const subgraph: TestSubgraph = {
  name: 'rooms',
  typeDefs: `
    type Query { room(number: Int!): Room things: [Thing!]! }
    interface Thing { label: String! }
    type Room implements Thing @key(fields: "number") { number: Int! label: String! neighbour: Room }
    type Door implements Thing { label: String! locked: Boolean! }
    type Mutation { rename(to: String!): Room close: Room }
  `,
  resolvers: {
    Query: {
      room: (_: unknown, { number }: { number: number }) => ({
        number,
        label: `Room ${number}`,
        neighbour: { number: number + 1, label: 'next' },
      }),
      things: () => [
        { __typename: 'Room', number: 5, label: 'Room 5' },
        { __typename: 'Door', label: 'Back', locked: true },
      ],
    },
    Mutation: {
      rename: (_: unknown, { to }: { to: string }) => ({ number: 9, label: to }),
      close: () => ({ number: 8, label: 'closed' }),
    },
  },
};
