import type { TestSubgraph } from '../../federation.ts';
import { ages } from './data.ts';

export const subgraph: TestSubgraph = {
  name: 'b',
  typeDefs: `
    type Person @key(fields: "id") { id: ID! age: Int }
  `,
  resolvers: {
    Person: {
      __resolveReference: ({ id }: { id: string }) => (id in ages ? { id, age: ages[id] } : null),
    },
  },
};
