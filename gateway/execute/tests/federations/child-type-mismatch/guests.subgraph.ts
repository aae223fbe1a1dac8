import type { TestSubgraph } from '../../federation.ts';
export const subgraph: TestSubgraph = {
  name: 'guests',
  typeDefs: `
    union Visitor = Member | Guest
    type Query { visitors: [Visitor!]! }
    type Member @key(fields: "number") { number: ID! @shareable badge: Badge @shareable similar: [Visitor!]! nickname: String }
    type Badge @shareable { colour: String }
    type Guest { number: ID nickname: String! similar: [Visitor!]! }
  `,
  resolvers: {
    Query: {
      visitors: () => [
        {
          __typename: 'Member',
          number: 'm-7',
          nickname: null,
          similar: [{ __typename: 'Guest', nickname: 'Fox', similar: [] }],
        },
        {
          __typename: 'Guest',
          number: 'g-1',
          nickname: 'Owl',
          similar: [{ __typename: 'Member', number: 'm-8', nickname: 'Elk', similar: [] }],
        },
      ],
    },
  },
};
