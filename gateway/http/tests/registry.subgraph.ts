import type { TestSubgraph } from '../../execute/tests/federation.ts';

const person = (id: string) => ({ id, name: `name of ${id}`, friends: [], cases: { nodes: [] } });

/** A small register with something of each kind that the door looks at. */
export const registry: TestSubgraph = {
  name: 'registry',
  typeDefs: `
    type Query {
      person(id: ID!): Person
      people(first: Int = 20, filter: Filter): [Person!]!
      personByIdNumber(idNumber: String! @tag(name: "sensitive")): Person
      search(filter: Filter!): [Person!]!
      aged(age: Int!, status: Status, on: [Int!]): Person
    }
    type Mutation { rename(id: ID!, name: String!): Person }
    type Person { id: ID! name: String friends: [Person!]! cases(first: Int = 20): CaseConnection! }
    type CaseConnection { nodes: [Case!]! totalCount: Int! }
    type Case { number: ID! }
    enum Status { PRESENT MOVED }
    input Filter { area: String name: String @tag(name: "sensitive") and: [Filter!] ages: [Int!] }
  `,
  resolvers: {
    Query: {
      person: (_: unknown, { id }: { id: string }) => person(id),
      people: () => [person('1')],
      personByIdNumber: () => person('1'),
      search: () => [person('1')],
      aged: () => person('1'),
    },
    Mutation: { rename: (_: unknown, { id }: { id: string }) => person(id) },
  },
};
