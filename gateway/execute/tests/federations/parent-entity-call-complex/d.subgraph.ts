import type { TestSubgraph } from '../../federation.ts';
export const subgraph: TestSubgraph = {
  name: 'd',
  typeDefs: `
    type Query { coin(id: ID!): Coin }
    type Coin @key(fields: "id") { id: ID! metal: String }
  `,
  resolvers: { Query: { coin: (_: unknown, { id }: { id: string }) => ({ id, metal: 'tin' }) } },
};
