import type { TestSubgraph } from '../../federation.ts';
export const subgraph: TestSubgraph = {
  name: 'desk',
  typeDefs: `
    type Report @key(fields: "id") { id: ID! headline: String @shareable words: Int! }
  `,
  resolvers: { Report: { headline: () => 'Flood', words: () => 400 } },
};
