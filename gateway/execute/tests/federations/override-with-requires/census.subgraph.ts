import type { TestSubgraph } from '../../federation.ts';
export const subgraph: TestSubgraph = {
  name: 'census',
  typeDefs: `
    type Query { town: Town }
    type Town @key(fields: "id") { id: ID! name: String @override(from: "maps") people: Int mayor: String @shareable }
  `,
  resolvers: {
    Query: { town: () => ({ id: 't1' }) },
    Town: { name: () => 'census name', people: () => 800, mayor: () => 'May' },
  },
};
