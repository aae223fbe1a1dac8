import type { TestSubgraph } from '../../federation.ts';
export const subgraph: TestSubgraph = {
  name: 'pets',
  typeDefs: `
    type Query { pet: Pet keeper: Keeper any: [Either] }
    union Either = Hen | Keeper
    interface Pet { id: ID! }
    type Hen implements Pet @key(fields: "id") { id: ID! }
    type Keeper @key(fields: "id") { id: ID! }
    type Mutation { feed: Pet }
  `,
  resolvers: {
    Query: {
      pet: () => ({ __typename: 'Hen', id: 'h1' }),
      keeper: () => ({ id: 'k1' }),
      any: () => [
        { __typename: 'Keeper', id: 'k2' },
        { __typename: 'Hen', id: 'h2' },
      ],
    },
    Mutation: { feed: () => ({ __typename: 'Hen', id: 'h3' }) },
  },
};
