import type { TestSubgraph } from '../../federation.ts';
export const subgraph: TestSubgraph = {
  name: 'b',
  typeDefs: `
    type Coin @key(fields: "id") { id: ID! era: Era @shareable mint: String }
    type Era @key(fields: "id") { id: ID! }
  `,
  resolvers: { Coin: { era: ({ id }: { id: string }) => ({ id: `e-${id}` }), mint: () => 'York' } },
};
