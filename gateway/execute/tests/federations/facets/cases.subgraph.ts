import type { TestSubgraph } from '../../federation.ts';
import { matters } from './data.ts';

export const subgraph: TestSubgraph = {
  name: 'cases',
  typeDefs: `
    type Query { matter(number: ID!): Matter matters: [Matter!]! }
    type Matter @key(fields: "number") { number: ID! title: String! parties: [Party!] places: [Place] }
    type Party { role: String! person: Person }
    type Person @key(fields: "id") { id: ID! matters: [Matter!] }
    interface Place { matters: [Matter!] }
    type Home implements Place @key(fields: "id") { id: ID! matters: [Matter!] }
    type Office implements Place @key(fields: "id") { id: ID! matters: [Matter!] opensAt: String! }
  `,
  resolvers: {
    Query: { matters: () => matters },
    Person: {
      matters: ({ id }: { id: string }) =>
        matters.filter(({ parties }) => parties.some(({ person }) => person.id === id)),
    },
  },
};
