import type { TestSubgraph } from '../../federation.ts';
export const subgraph: TestSubgraph = {
  name: 'people',
  typeDefs: `
    type Query { miller: Miller }
    extend type Miller @key(fields: "id") { id: ID! @external name: String! @external title: String @requires(fields: "name") }
  `,
  resolvers: {
    Query: { miller: () => ({ id: 'm1' }) },
    Miller: { title: ({ name }: { name: string }) => `Miller ${name}` },
  },
};
