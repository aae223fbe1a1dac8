import { federation } from './federation.ts';

/** A person known to three departments: the hub of the graph, one that may fail, and one that computes from it. */
export const departments = federation([
  {
    name: 'hub',
    typeDefs: `
      type Query { person(id: ID!): Person people: [Person!] nobody: Person }
      type Person @key(fields: "id") { id: ID! }
    `,
    resolvers: {
      Query: {
        person: (_: unknown, { id }: { id: string }) => ({ id }),
        people: () => [{ id: '1' }, { id: '2' }, { id: '1' }],
        nobody: () => null,
      },
    },
  },
  {
    name: 'police',
    typeDefs: `
      type Person @key(fields: "id") { id: ID! name: String age: Int home: Home record: Record @inaccessible }
      type Home @key(fields: "id") { id: ID! street: String }
      type Record { name: String }
    `,
    resolvers: {
      Person: {
        name: ({ id }: { id: string }) => `name ${id}`,
        age: () => 40,
        home: ({ id }: { id: string }) => ({ id: `h${id}`, street: 'Mill' }),
        record: ({ id }: { id: string }) => ({ name: `record ${id}` }),
      },
    },
  },
  {
    name: 'court',
    typeDefs: `
      type Query { hearings: [Hearing!] openHearings: Int }
      type Hearing { id: ID! person: Person }
      type Person @key(fields: "id") {
        id: ID!
        record: Record @external
        verdict: String @requires(fields: "record { name }")
        files: [File!]
      }
      type Home @key(fields: "id") { id: ID! disputes: Int }
      type Record { name: String @external }
      type File { number: ID! title: String! }
    `,
    resolvers: {
      Query: { hearings: () => [{ id: 'x', person: { id: '1' } }], openHearings: () => 3 },
      Person: {
        verdict: ({ record }: { record: { name: string } | null }) => (record === null ? 'none' : `on ${record.name}`),
        files: ({ id }: { id: string }) => [{ number: `f${id}`, title: 'File' }],
      },
      Home: { disputes: () => 2 },
    },
  },
]);
