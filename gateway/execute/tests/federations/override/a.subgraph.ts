import type { TestSubgraph } from '../../federation.ts';

export const subgraph: TestSubgraph = {
  name: 'a',
  typeDefs: `
    type Query { person: Person }
    type Person @key(fields: "id") { id: ID! phone: String name: String }
  `,
  resolvers: { Query: { person: () => ({ id: '1', name: 'Ada', phone: 'old' }) } },
};
