import type { TestSubgraph } from '../../federation.ts';
export const subgraph: TestSubgraph = {
  name: 'base',
  typeDefs: `
    type Query { sample: Sample }
    type Sample @key(fields: "id") { id: ID! grams: Float mixed: Boolean @external pure: Boolean @requires(fields: "mixed") }
  `,
  resolvers: {
    Query: { sample: () => ({ id: 's1', grams: 12 }) },
    Sample: { grams: () => 12, pure: ({ mixed }: { mixed: boolean }) => !mixed },
  },
};
