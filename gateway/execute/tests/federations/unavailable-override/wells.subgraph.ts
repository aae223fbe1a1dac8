import type { TestSubgraph } from '../../federation.ts';
export const subgraph: TestSubgraph = {
  name: 'wells',
  typeDefs: `
    type Query { wells: [Well] @shareable }
    type Well @key(fields: "id") { id: ID! depth: Int! @override(from: "gone") kind: String }
  `,
  resolvers: {
    Query: { wells: () => [{ id: 'w1', depth: 12, kind: 'stone' }] },
    Well: { __resolveReference: ({ id }: { id: string }) => ({ id, depth: 12, kind: 'stone' }) },
  },
};
