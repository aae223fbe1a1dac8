import type { TestSubgraph } from '../../federation.ts';
export const subgraph: TestSubgraph = {
  name: 'shelves',
  typeDefs: `
    type Query { volumes: [Volume] }
    type Volume @key(fields: "code") { code: ID title: String }
  `,
  resolvers: {
    Query: {
      volumes: () => [{ code: 'v1', title: 'One' }, { code: null, title: 'Two' }, null, { code: 'v3', title: null }],
    },
  },
};
