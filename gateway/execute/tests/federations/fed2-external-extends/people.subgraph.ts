import type { TestSubgraph } from '../../federation.ts';
export const subgraph: TestSubgraph = {
  name: 'people',
  typeDefs: `
    type Query { baker: Baker provided: Baker @provides(fields: "name") }
    type Baker @extends @key(fields: "id") { id: ID! @external name: String @external opens: Int }
  `,
  resolvers: {
    Query: { baker: () => ({ id: 'b1' }), provided: () => ({ id: 'b2', name: 'Provided' }) },
    Baker: { opens: () => 6 },
  },
};
