import type { TestSubgraph } from '../../federation.ts';
export const subgraph: TestSubgraph = {
  name: 'old',
  typeDefs: `
    type Query { posts: [Post!]! }
    interface Post { id: ID! sentOn: String! }
    type Letter implements Post @key(fields: "id") { id: ID! sentOn: String! @override(from: "new") }
    type Card implements Post @key(fields: "id") { id: ID! sentOn: String! picture: String }
  `,
  resolvers: {
    Query: {
      posts: () => [
        { __typename: 'Letter', id: 'l1' },
        { __typename: 'Card', id: 'c1', sentOn: 'card/old' },
      ],
    },
    Letter: { sentOn: () => 'letter/old' },
    Card: { sentOn: () => 'card/old' },
  },
};
