import type { TestSubgraph } from '../../federation.ts';
export const subgraph: TestSubgraph = {
  name: 'people',
  version: 1,
  typeDefs: `
    extend type Query { smith: Smith }
    extend type Smith @key(fields: "id") {
      id: ID! @external
      name: String @external
      sign: String @requires(fields: "name")
    }
  `,
  resolvers: {
    Query: { smith: () => ({ id: 's1' }) },
    Smith: { sign: ({ name }: { name: string }) => `~${name}~` },
  },
};
