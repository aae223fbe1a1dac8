import type { TestSubgraph } from '../../federation.ts';
export const subgraph: TestSubgraph = {
  name: 'new',
  typeDefs: `
    type Query { latest: [Post!]! }
    interface Post { id: ID! sentOn: String! }
    type Letter implements Post @key(fields: "id") { id: ID! sentOn: String! }
    type Card implements Post @key(fields: "id") { id: ID! sentOn: String! @override(from: "old") }
  `,
  resolvers: {
    Query: {
      latest: () => [
        { __typename: 'Letter', id: 'l2' },
        { __typename: 'Card', id: 'c2' },
      ],
    },
    Letter: { sentOn: () => 'letter/new' },
    Card: { sentOn: () => 'card/new' },
  },
};
