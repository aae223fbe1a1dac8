import type { TestSubgraph } from '../../federation.ts';
import { people } from './data.ts';

export const subgraph: TestSubgraph = {
  name: 'a',
  typeDefs: `
    type Query { people: [Person!]! person(id: ID!): Person }
    type Person @key(fields: "id") { id: ID! name: String! }
  `,
  resolvers: {
    Query: {
      people: () => people,
      person: (_: unknown, { id }: { id: string }) => people.find((one) => one.id === id),
    },
  },
};
