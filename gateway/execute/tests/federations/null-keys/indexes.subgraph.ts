import type { TestSubgraph } from '../../federation.ts';
export const subgraph: TestSubgraph = {
  name: 'indexes',
  typeDefs: `
    type Volume @key(fields: "code") @key(fields: "number") { code: ID number: ID }
  `,
  resolvers: {
    Volume: {
      __resolveReference: ({ code }: { code: string | null }) =>
        code === 'v1' ? { code, number: 'n1' } : code === 'v3' ? { code, number: null } : null,
    },
  },
};
