import type { TestSubgraph } from '../../federation.ts';
import { people } from './data.ts';

export const subgraph: TestSubgraph = {
  name: 'register',
  typeDefs: `
    type Query {
      person(id: ID!): Person
      people(first: Int = 2, town: Town): [Person!]
      contacts: [Contact]
    }
    union Contact = Person | Office
    interface Place { label: String street: String! }
    type Person @key(fields: "id") { id: ID! name: String age: Int home: Home friends(limit: Int = 2): [Person!] town: Town }
    type Home implements Place @key(fields: "id") { id: ID! label: String street: String! rooms: Int! }
    type Office implements Place @key(fields: "id") { id: ID! label: String street: String! staff: [Person!]! }
    enum Town { NORTH SOUTH HIDDEN @inaccessible }
  `,
  resolvers: {
    Query: {
      person: (_: unknown, { id }: { id: string }) => people.find((person) => person.id === id),
      people: (_: unknown, { first }: { first: number }) => people.slice(0, first),
    },
    Person: {
      __resolveReference: ({ id }: { id: string }) => people.find((person) => person.id === id) ?? null,
      friends: ({ friends }: { friends: string[] }, { limit }: { limit: number }) =>
        people.filter(({ id }) => friends.includes(id)).slice(0, limit),
    },
  },
};
