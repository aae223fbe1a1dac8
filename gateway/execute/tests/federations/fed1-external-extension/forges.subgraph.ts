import type { TestSubgraph } from '../../federation.ts';
export const subgraph: TestSubgraph = {
  name: 'forges',
  version: 1,
  typeDefs: `
    extend type Query { master: Smith tools: [Tool!]! }
    type Smith @key(fields: "id") { id: ID! name: String tools: [Tool!]! }
    type Tool { kind: String! weight: Float owner: Smith }
  `,
  resolvers: {
    Query: { master: () => ({ id: 's2' }), tools: () => [{ kind: 'anvil', weight: 50, owner: { id: 's2' } }] },
    Smith: { name: ({ id }: { id: string }) => `Name ${id}`, tools: () => [{ kind: 'tongs', weight: null }] },
  },
};
