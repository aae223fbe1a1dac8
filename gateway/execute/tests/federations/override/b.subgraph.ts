import type { TestSubgraph } from '../../federation.ts';

export const subgraph: TestSubgraph = {
  name: 'b',
  typeDefs: `
    type Person @key(fields: "id") { id: ID! phone: String @override(from: "a") }
  `,
  resolvers: { Person: { phone: () => 'new' } },
};
