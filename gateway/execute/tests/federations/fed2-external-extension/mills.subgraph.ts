import type { TestSubgraph } from '../../federation.ts';
export const subgraph: TestSubgraph = {
  name: 'mills',
  typeDefs: `
    type Query { millers: [Miller!]! }
    type Miller @key(fields: "id") { id: ID! name: String! mill: String }
  `,
  resolvers: {
    Query: {
      millers: () => [
        { id: 'm1', name: 'Ash' },
        { id: 'm2', name: 'Elm' },
      ],
    },
    Miller: {
      __resolveReference: ({ id }: { id: string }) => ({ id, name: id === 'm1' ? 'Ash' : 'Elm' }),
      mill: ({ id }: { id: string }) => (id === 'm1' ? 'Low Mill' : null),
    },
  },
};
