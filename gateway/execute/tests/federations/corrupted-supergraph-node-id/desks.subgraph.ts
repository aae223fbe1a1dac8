import type { TestSubgraph } from '../../federation.ts';
export const subgraph: TestSubgraph = {
  name: 'desks',
  typeDefs: `
    type Query { desk(id: ID!): Desk }
    interface Thing { id: ID! }
    type Desk implements Thing @key(fields: "id") { id: ID! room: String! }
    type Lamp @key(fields: "id") { id: ID! desk: Desk! }
  `,
  resolvers: {
    Query: { desk: (_: unknown, { id }: { id: string }) => ({ id, room: `room of ${id}` }) },
    Lamp: { desk: ({ id }: { id: string }) => ({ id: `d-${id}`, room: 'attic' }) },
  },
};
