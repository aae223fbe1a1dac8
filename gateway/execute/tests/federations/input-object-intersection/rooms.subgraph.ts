import type { TestSubgraph } from '../../federation.ts';
export const subgraph: TestSubgraph = {
  name: 'rooms',
  typeDefs: `
    type Query { rooms(where: RoomFilter): [Room!]! }
    type Mutation { bookRoom(request: Request!): Room }
    type Room @key(fields: "id") { id: ID! asked: String }
    input RoomFilter { floor: Int = 1 seats: Int kinds: [Kind!] ours: Boolean }
    input Request { room: ID! days: [Int!] = [1, 2] note: String note2: String }
    enum Kind { HALL CELL }
  `,
  resolvers: {
    Query: {
      rooms: (_: unknown, { where }: { where?: object }) => [{ id: 'r1', asked: JSON.stringify(where ?? null) }],
    },
    Mutation: {
      bookRoom: (_: unknown, { request }: { request: object }) => ({ id: 'r2', asked: JSON.stringify(request) }),
    },
  },
};
