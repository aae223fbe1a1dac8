import type { TestSubgraph } from '../../federation.ts';

export const subgraph: TestSubgraph = {
  name: 'b',
  typeDefs: `
    type Query { top: [Media!]! }
    type Media @key(fields: "id") @interfaceObject { id: ID! score: Int! }
  `,
  resolvers: {
    Query: { top: () => [{ id: 'f' }, { id: 'b' }] },
    Media: { score: ({ id }: { id: string }) => (id === 'f' ? 9 : 5) },
  },
};
