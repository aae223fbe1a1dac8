import type { TestSubgraph } from '../../federation.ts';
export const subgraph: TestSubgraph = {
  name: 'graph',
  typeDefs: `
    type Query { node(id: ID!): Node nodes(ids: [ID!]!): [Node]! }
    interface Node { id: ID! }
    type Tree implements Node @key(fields: "id") { id: ID! }
    type Bench implements Node @key(fields: "id") { id: ID! donor: String }
  `,
  resolvers: {
    Query: {
      node: (_: unknown, { id }: { id: string }) => nodeOf(id),
      nodes: (_: unknown, { ids }: { ids: string[] }) => ids.map(nodeOf),
    },
  },
};

function nodeOf(id: string): object | null {
  return id.startsWith('tree')
    ? { __typename: 'Tree', id }
    : id.startsWith('bench')
      ? { __typename: 'Bench', id, donor: null }
      : null;
}
