import type { TestSubgraph } from '../../federation.ts';
export const subgraph: TestSubgraph = {
  name: 'contacts',
  typeDefs: `
    type Query { contact: Contact }
    type Contact @key(fields: "id") { id: ID! email: String! }
  `,
  resolvers: {
    Query: { contact: () => ({ id: 'c1', email: 'sea@example.org' }) },
    Contact: { email: () => 'sea@example.org' },
  },
};
