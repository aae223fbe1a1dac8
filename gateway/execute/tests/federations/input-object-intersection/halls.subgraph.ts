import type { TestSubgraph } from '../../federation.ts';
export const subgraph: TestSubgraph = {
  name: 'halls',
  typeDefs: `
    type Query { halls(where: RoomFilter): [Room!]! }
    type Mutation { bookHall(request: Request!): Room }
    type Room @key(fields: "id") { id: ID! built: Int }
    input RoomFilter { floor: Int = 1 seats: Int kinds: [Kind!] theirs: Boolean }
    input Request { room: ID! days: [Int!] = [1, 2] note: String }
    enum Kind { HALL CELL ATTIC }
  `,
  resolvers: {
    Query: { halls: () => [{ id: 'h1' }] },
    Mutation: { bookHall: () => ({ id: 'h2' }) },
    Room: { built: ({ id }: { id: string }) => 1900 + id.charCodeAt(0) },
  },
};
