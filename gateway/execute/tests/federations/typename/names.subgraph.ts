import type { TestSubgraph } from '../../federation.ts';
export const subgraph: TestSubgraph = {
  name: 'names',
  typeDefs: `
    type Hen @key(fields: "id") { id: ID! name: String! }
    type Keeper @key(fields: "id") { id: ID! name: String! }
  `,
  resolvers: {
    Hen: { name: ({ id }: { id: string }) => `Hen ${id}` },
    Keeper: { name: ({ id }: { id: string }) => `Keeper ${id}` },
  },
};
