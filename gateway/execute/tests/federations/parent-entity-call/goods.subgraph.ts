import type { TestSubgraph } from '../../federation.ts';
export const subgraph: TestSubgraph = {
  name: 'goods',
  typeDefs: `
    type Query { goods: [Good] }
    type Good @key(fields: "id kind") { id: ID! kind: String! }
  `,
  resolvers: {
    Query: {
      goods: () => [
        { id: 'g1', kind: 'tea' },
        { id: 'g2', kind: 'oil' },
      ],
    },
  },
};
