import type { TestSubgraph } from '../../federation.ts';

export const subgraph: TestSubgraph = {
  name: 'a',
  typeDefs: `
    type Query { person: Person place: Place }
    interface Place { id: ID! street: String! }
    type Home implements Place @key(fields: "id") { id: ID! street: String! rooms: Int! }
    type Person @key(fields: "id") { id: ID! name: String! }
  `,
  resolvers: {
    Query: {
      person: () => ({ id: '1', name: 'Ada' }),
      place: () => ({ __typename: 'Home', id: 'h', street: 'Mill', rooms: 2 }),
    },
  },
};
