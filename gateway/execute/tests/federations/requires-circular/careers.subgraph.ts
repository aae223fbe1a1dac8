import type { TestSubgraph } from '../../federation.ts';
export const subgraph: TestSubgraph = {
  name: 'careers',
  typeDefs: `
    type Writer @key(fields: "id") { id: ID! years: Int! }
  `,
  resolvers: { Writer: { years: ({ id }: { id: string }) => (id === 'w1' ? 30 : 2) } },
};
