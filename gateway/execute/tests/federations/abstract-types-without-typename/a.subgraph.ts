import type { TestSubgraph } from '../../federation.ts';

export const subgraph: TestSubgraph = {
  name: 'a',
  typeDefs: `
    type Query { places: [Place!]! }
    interface Place { street: String! }
    type Home implements Place { street: String! }
    type Office implements Place { street: String! desks: Int! }
  `,
  resolvers: {
    Query: {
      places: () => [
        { __typename: 'Home', street: 'Mill' },
        { __typename: 'Office', street: 'Main', desks: 2 },
      ],
    },
  },
};
