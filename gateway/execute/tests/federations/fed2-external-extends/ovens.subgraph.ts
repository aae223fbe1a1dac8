import type { TestSubgraph } from '../../federation.ts';
export const subgraph: TestSubgraph = {
  name: 'ovens',
  typeDefs: `
    type Query { best: Baker }
    type Baker @key(fields: "id") { id: ID! name: String @shareable loaves: [Loaf!] }
    type Loaf { grams: Int! baker: Baker }
  `,
  resolvers: {
    Query: { best: () => ({ id: 'b3' }) },
    Baker: {
      name: ({ id }: { id: string }) => `Name ${id}`,
      loaves: ({ id }: { id: string }) => [{ grams: 500, baker: { id } }],
    },
  },
};
