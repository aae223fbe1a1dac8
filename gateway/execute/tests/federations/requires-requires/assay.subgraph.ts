import type { TestSubgraph } from '../../federation.ts';
export const subgraph: TestSubgraph = {
  name: 'assay',
  typeDefs: `
    type Sample @key(fields: "id") { id: ID! grams: Float @external heavy: Boolean @requires(fields: "grams") mixed: Boolean }
  `,
  resolvers: { Sample: { heavy: ({ grams }: { grams: number }) => grams > 10, mixed: () => true } },
};
