import type { TestSubgraph } from '../../federation.ts';
export const subgraph: TestSubgraph = {
  name: 'c',
  typeDefs: `
    type Era @key(fields: "id") { id: ID! name: String }
  `,
  resolvers: { Era: { name: ({ id }: { id: string }) => `Era ${id}` } },
};
