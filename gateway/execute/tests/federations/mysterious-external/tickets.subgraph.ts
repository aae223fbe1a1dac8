import type { TestSubgraph } from '../../federation.ts';
export const subgraph: TestSubgraph = {
  name: 'tickets',
  version: 1,
  typeDefs: `
    type Query { tickets: [Ticket!]! }
    type Ticket @key(fields: "id") { id: ID! price: Float seat: Int @external row: String }
  `,
  resolvers: {
    Query: { tickets: () => [{ id: 't1', price: 9.5, row: 'C' }] },
    Ticket: { price: () => 9.5, row: () => 'C' },
  },
};
