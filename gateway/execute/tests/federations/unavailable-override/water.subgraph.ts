import type { TestSubgraph } from '../../federation.ts';
export const subgraph: TestSubgraph = {
  name: 'water',
  typeDefs: `
    type Query { wells: [Well] @shareable dry: [Well] }
    type Well @key(fields: "id") { id: ID! litres: Float }
  `,
  resolvers: {
    Query: { wells: () => [{ id: 'w1', litres: 5.5 }], dry: () => [{ id: 'w1' }] },
    Well: { litres: () => 5.5 },
  },
};
