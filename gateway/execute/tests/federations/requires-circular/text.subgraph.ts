import type { TestSubgraph } from '../../federation.ts';
export const subgraph: TestSubgraph = {
  name: 'text',
  typeDefs: `
    type Query { notes: [Note!]! }
    type Note @key(fields: "id") { id: ID! title: String! byMaster: Boolean! @external marked: Boolean! @requires(fields: "byMaster") }
  `,
  resolvers: {
    Query: {
      notes: () => [
        { id: 'n1', title: 'One' },
        { id: 'n2', title: 'Two' },
      ],
    },
    Note: {
      marked: ({ byMaster }: { byMaster: boolean }) => !byMaster,
      title: ({ id }: { id: string }) => (id === 'n1' ? 'One' : 'Two'),
    },
  },
};
