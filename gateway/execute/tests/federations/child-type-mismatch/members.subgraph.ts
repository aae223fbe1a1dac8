import type { TestSubgraph } from '../../federation.ts';
export const subgraph: TestSubgraph = {
  name: 'members',
  typeDefs: `
    type Query { members: [Member!]! }
    type Member @shareable { number: ID badge: Badge }
    type Badge @shareable { colour: String }
  `,
  resolvers: {
    Query: {
      members: () => [
        { number: 'm-7', badge: { colour: 'red' } },
        { number: null, badge: null },
      ],
    },
  },
};
