import type { TestSubgraph } from '../../federation.ts';
export const subgraph: TestSubgraph = {
  name: 'tasters',
  typeDefs: `
    type Cheese @key(fields: "code") { code: ID! notes: [String!]! pair: Cheese }
  `,
  resolvers: {
    Cheese: {
      notes: ({ code }: { code: string }) => [`${code} is mild`],
      pair: ({ code }: { code: string }) => ({ code: `${code}-old` }),
    },
  },
};
