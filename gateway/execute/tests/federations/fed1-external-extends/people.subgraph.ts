import type { TestSubgraph } from '../../federation.ts';
export const subgraph: TestSubgraph = {
  name: 'people',
  version: 1,
  typeDefs: `
    type Query { gardener: Gardener }
    type Gardener @extends @key(fields: "id") {
      id: ID @external
      name: String @external
      greeting: String @requires(fields: "name")
      rank: Int
    }
  `,
  resolvers: {
    Query: { gardener: () => ({ id: 'g1' }) },
    Gardener: { greeting: ({ name }: { name: string }) => `Hello ${name}`, rank: () => 4 },
  },
};
