import type { TestSubgraph } from '../../federation.ts';
export const subgraph: TestSubgraph = {
  name: 'ruling',
  typeDefs: `
    type Sample @key(fields: "id") {
      id: ID!
      heavy: Boolean @external
      pure: Boolean @external
      fee: Int @requires(fields: "heavy")
      verdict: String @requires(fields: "pure heavy")
    }
  `,
  resolvers: {
    Sample: {
      fee: ({ heavy }: { heavy: boolean }) => (heavy ? 8 : 4),
      verdict: ({ heavy, pure }: { heavy: boolean; pure: boolean }) => `heavy ${heavy}, pure ${pure}`,
    },
  },
};
