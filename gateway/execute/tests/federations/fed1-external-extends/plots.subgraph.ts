import type { TestSubgraph } from '../../federation.ts';
export const subgraph: TestSubgraph = {
  name: 'plots',
  version: 1,
  typeDefs: `
    type Query { keeper: Gardener }
    type Gardener @key(fields: "id") { id: ID name: String plots: [Plot!] }
    type Plot { metres: Int }
  `,
  resolvers: {
    Query: { keeper: () => ({ id: 'g2' }) },
    Gardener: {
      name: ({ id }: { id: string }) => `Name ${id}`,
      plots: () => [{ metres: 20 }, { metres: 35 }],
    },
  },
};
