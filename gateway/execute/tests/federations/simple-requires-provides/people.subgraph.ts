import type { TestSubgraph } from '../../federation.ts';
export const subgraph: TestSubgraph = {
  name: 'people',
  typeDefs: `
    type Query { me: Person }
    type Person @key(fields: "id") { id: ID! handle: String @shareable }
  `,
  resolvers: { Query: { me: () => ({ id: 'p1' }) }, Person: { handle: () => 'ada' } },
};
