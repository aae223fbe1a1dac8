import type { TestSubgraph } from '../../federation.ts';
export const subgraph: TestSubgraph = {
  name: 'kinds',
  typeDefs: `
    type Query { vase: Vase @shareable vases(first: Int = 2): [Vase!] @shareable }
    type Vase { id: ID! @shareable kind: Kind }
    type Kind { id: ID! name: String }
  `,
  resolvers: {
    Query: {
      vase: () => ({ id: '1', kind: { id: '1', name: 'floor' } }),
      vases: (_: unknown, { first }: { first: number }) =>
        ['1', '2', '3'].slice(0, first).map((id) => ({ id, kind: { id, name: `kind ${id}` } })),
    },
  },
};
