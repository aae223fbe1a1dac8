import type { TestSubgraph } from '../../federation.ts';
export const subgraph: TestSubgraph = {
  name: 'stalls',
  typeDefs: `
    type Query { good: Good }
    interface Good { alike: Good cost: Float }
    type Cheese implements Good @key(fields: "code") { code: ID! cost: Float alike: Good }
  `,
  resolvers: {
    Query: { good: () => ({ __typename: 'Cheese', code: 'gouda' }) },
    Cheese: {
      cost: ({ code }: { code: string }) => (code === 'gouda' ? 4.5 : 3),
      alike: ({ code }: { code: string }) => ({ __typename: 'Cheese', code: code === 'gouda' ? 'edam' : 'gouda' }),
    },
  },
};
