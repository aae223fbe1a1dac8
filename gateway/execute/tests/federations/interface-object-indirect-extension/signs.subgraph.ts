import type { TestSubgraph } from '../../federation.ts';
export const subgraph: TestSubgraph = {
  name: 'signs',
  typeDefs: `
    type Query { signs: [Sign!]! }
    interface Sign @key(fields: "id") { id: ID! text: String }
    type Arrow implements Sign @key(fields: "id") { id: ID! text: String points: String! }
    type Board implements Sign @key(fields: "id") { id: ID! text: String }
  `,
  resolvers: {
    Query: {
      signs: () => [
        { __typename: 'Arrow', id: 's1', text: 'Out', points: 'left' },
        { __typename: 'Board', id: 's2', text: null },
      ],
    },
    Sign: {
      __resolveReference: ({ id }: { id: string }) =>
        id === 's1'
          ? { __typename: 'Arrow', id, text: 'Out', points: 'left' }
          : { __typename: 'Board', id, text: null },
    },
  },
};
