import type { TestSubgraph } from '../../federation.ts';
export const subgraph: TestSubgraph = {
  name: 'names',
  typeDefs: `
    type Query { vase: Vase @shareable vases(first: Int = 2): [Vase!] @shareable }
    type Vase @shareable { id: ID! name: Name }
    type Name { id: ID! @shareable brand: String model: String }
  `,
  resolvers: {
    Query: {
      vase: () => ({ id: '1', name: { id: '1', brand: 'Kiln', model: 'Tall' } }),
      vases: (_: unknown, { first }: { first: number }) =>
        ['1', '2', '3'].slice(0, first).map((id) => ({ id, name: { id, brand: 'Kiln', model: `M${id}` } })),
    },
  },
};
