import type { TestSubgraph } from '../../federation.ts';

export const subgraph: TestSubgraph = {
  name: 'a',
  typeDefs: `
    type Query { person: Person }
    type Person @key(fields: "id") { id: ID! source: Source tags: [Tag!]! }
    type Source @shareable { department: String! asOf: String }
    type Tag @shareable { kind: String! }
  `,
  resolvers: {
    Query: {
      person: () => ({ id: '1', source: { department: 'a', asOf: null }, tags: [{ kind: 'x' }, { kind: 'y' }] }),
    },
  },
};
