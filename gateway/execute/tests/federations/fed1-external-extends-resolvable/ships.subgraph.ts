import type { TestSubgraph } from '../../federation.ts';
export const subgraph: TestSubgraph = {
  name: 'ships',
  version: 1,
  typeDefs: `
    type Query { ship: Ship }
    type Ship @key(fields: "hull") @key(fields: "sign") { hull: ID! sign: String name: String }
  `,
  resolvers: {
    Query: { ship: () => ({ hull: 'h1', sign: 'KILO', name: 'Tern' }) },
    Ship: { __resolveReference: () => ({ hull: 'h1', sign: 'KILO', name: 'Tern' }) },
  },
};
