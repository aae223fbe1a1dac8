import type { TestSubgraph } from '../../federation.ts';

export const subgraph: TestSubgraph = {
  name: 'b',
  typeDefs: `
    type Person @key(fields: "id") { id: ID! age: Int height: Int }
  `,
  resolvers: { Person: { age: () => 40, height: () => 170 } },
};
