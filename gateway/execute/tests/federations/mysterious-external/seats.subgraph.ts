import type { TestSubgraph } from '../../federation.ts';
export const subgraph: TestSubgraph = {
  name: 'seats',
  version: 1,
  typeDefs: `
    type Query { seated: [Ticket!]! }
    type Ticket @key(fields: "id") { id: ID! seat: Int price: Float @external }
  `,
  resolvers: {
    Query: { seated: () => [{ id: 't2', seat: 12 }] },
    Ticket: { seat: ({ id }: { id: string }) => Number(id.slice(1)) },
  },
};
