import type { TestSubgraph } from '../../federation.ts';
export const subgraph: TestSubgraph = {
  name: 'a',
  typeDefs: `
    type Coin @key(fields: "id") { id: ID! era: Era @shareable }
    type Era { summary: String }
  `,
  resolvers: { Coin: { era: ({ id }: { id: string }) => ({ summary: `summary of the era of ${id}` }) } },
};
