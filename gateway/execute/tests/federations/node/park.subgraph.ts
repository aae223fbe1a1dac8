import type { TestSubgraph } from '../../federation.ts';
export const subgraph: TestSubgraph = {
  name: 'park',
  typeDefs: `
    interface Node { id: ID! }
    type Tree implements Node @key(fields: "id") { id: ID! kind: String near: Node age: Int! }
    type Bench implements Node @key(fields: "id") { id: ID! seats: Int! }
  `,
  resolvers: {
    Tree: {
      kind: () => 'oak',
      age: ({ id }: { id: string }) => id.length,
      near: () => ({ __typename: 'Bench', id: 'bench:2' }),
    },
    Bench: { seats: () => 3 },
  },
};
